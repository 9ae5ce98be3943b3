// The image's HEALTHCHECK: well when /api/health says that every part is ready; otherwise says which is not.
const answer = await fetch(`http://127.0.0.1:${process.env.PORT ?? 8080}/api/health`, { signal: AbortSignal.timeout(8_000) });
const { parts } = await answer.json();
for (const { part, state, reason } of parts) if (state !== 'ready') process.stdout.write(`${part}: ${reason.en}\n`);
process.exitCode = answer.ok ? 0 : 1;
