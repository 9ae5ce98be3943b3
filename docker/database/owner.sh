#!/usr/bin/env bash
# Run once by the postgres image when its volume is empty: makes the database and its owner, who is no superuser but may make roles.
# The program's own logins are made by `thidua migrate`, from the address in DATABASE_URL.
set -euo pipefail
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres --set owner_password="$(cat /run/secrets/owner-password)" <<'SQL'
create role thidua_master login createrole password :'owner_password';
create database thidua owner thidua_master template template0 encoding 'UTF8';
SQL
