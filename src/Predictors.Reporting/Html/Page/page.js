/** Puts the page together. */
(() => {
  const { data } = report;
  report.contenders.controls(document.getElementById('controls'));
  document.getElementById('controls').hidden = document.getElementById('controls').childElementCount === 0;

  const drawn = new WeakSet();
  const draw = (section, body) => {
    if (!drawn.has(body) && !report.contenders.isMissing(section)) {
      drawn.add(body);
      report.sections[section.kind](section, body);
    }
  };
  // Pictures are drawn when they are about to be seen; all of them before the page is printed.
  const waiting = new Map();
  const watcher = new IntersectionObserver((entries) => entries.filter((entry) => entry.isIntersecting).forEach(({ target }) => {
    watcher.unobserve(target);
    draw(waiting.get(target), target);
  }), { rootMargin: '400px' });
  addEventListener('beforeprint', () => waiting.forEach(draw));
  report.drawAll = () => waiting.forEach(draw);

  const list = document.getElementById('contents').appendChild(report.element('ul'));
  for (const section of data.sections) {
    const body = report.element('div');
    const nothing = report.element('p', { className: 'nothing' });
    const tell = () => {
      body.hidden = report.contenders.isMissing(section);
      nothing.hidden = !body.hidden;
      nothing.textContent = `There is nothing to show of ${data.scopes[report.contenders.scope()]}.`;
    };
    document.getElementById('sections').append(report.element('section', { id: section.id },
      report.element('h2', { textContent: section.title }), ...(section.text ? [report.element('p', { textContent: section.text })] : []), body, nothing));
    list.append(report.element('li', {}, report.element('a', { href: `#${section.id}`, textContent: section.title })));
    waiting.set(body, section);
    watcher.observe(body);
    tell();
    report.contenders.onAnyChange(tell);
  }

  document.querySelector('#notes ul').append(...data.notes.map((note) => report.element('li', { textContent: note })));
  document.querySelector('#manifest dl').append(...data.manifest.flatMap(([name, value]) => [
    report.element('dt', { textContent: name }), report.element('dd', { textContent: value })]));
  document.getElementById('notes').hidden = data.notes.length === 0;
  document.getElementById('manifest').hidden = data.manifest.length === 0;
})();
