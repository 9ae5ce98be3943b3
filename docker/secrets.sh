#!/bin/sh
# Makes docker/secrets with passwords that nobody has seen. What is there already stays. The rest is yours to put there:
# smtp-url, signing-key.pem, signing-certificate.pem, tls-key.pem, tls-certificate.pem; and, where there is no openssl, checkpoint-key.pem.
set -eu
cd "$(dirname "$0")"
mkdir -p secrets backups
# The folder is closed to others; its files are open to the program's user (1000) in the containers that are given them.
chmod 700 secrets
cd secrets
new() { od -An -N24 -tx1 /dev/urandom | tr -d ' \n'; }
if [ ! -e postgres-password ]; then new > postgres-password; fi
if [ ! -e owner-password ]; then new > owner-password; fi
if [ ! -e database-url ]; then printf 'postgres://thidua_login:%s@database:5432/thidua' "$(new)" > database-url; fi
if [ ! -e database-owner-url ]; then printf 'postgres://thidua_master:%s@database:5432/thidua' "$(cat owner-password)" > database-owner-url; fi
if [ ! -e checkpoint-key.pem ] && command -v openssl > /dev/null; then openssl genpkey -algorithm ed25519 -out checkpoint-key.pem; fi
chmod 644 ./*
for name in smtp-url signing-key.pem signing-certificate.pem checkpoint-key.pem tls-key.pem tls-certificate.pem; do
  [ -e "$name" ] || echo "Còn thiếu · still missing: docker/secrets/$name"
done
