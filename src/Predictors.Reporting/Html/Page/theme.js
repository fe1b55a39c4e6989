/** Colours as the style sheet has them now, and who has to know when they change. */
report.theme = (() => {
  const probe = document.body.appendChild(report.element('span', { hidden: true }));
  const listeners = [];
  const changed = () => listeners.forEach((listener) => listener());
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed);
  matchMedia('print').addEventListener('change', changed);

  const names = ['auto', 'light', 'dark'];
  const toggle = report.choice('Theme', names, 0, (index) => {
    document.documentElement.dataset.theme = names[index];
    changed();
  });
  document.getElementById('themes').append(toggle);

  return {
    colour(name) {
      probe.style.color = `var(--${name})`;
      return getComputedStyle(probe).color;
    },
    onChange: (listener) => listeners.push(listener),
  };
})();
