// Loaded into every process that the launcher starts: when the launcher is gone, by `kill -9` too, the process ends itself.
process.on('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), 5_000).unref();
});
process.channel?.unref();
