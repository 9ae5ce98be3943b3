// Loaded by index.html before anything is painted, so that no page shows first in other colours or letters than were chosen on this
// device. A file of its own: the content policy allows no script within the page. What is kept is written by app/platform/display.ts.
try {
  const kept = JSON.parse(localStorage.getItem('thidua:display') ?? '{}');
  for (const name of ['theme', 'contrast', 'text']) if (typeof kept[name] === 'string') document.documentElement.dataset[name] = kept[name];
} catch {
  // A browser that keeps nothing for us, or something else than was written: the page follows the device.
}
