/** The predictors: their marks, and which of them, and which scope, the pictures show. */
report.contenders = (() => {
  const all = report.data.contenders;
  const places = all.map((_, index) => index);
  const noun = report.data.noun[0].toUpperCase() + report.data.noun.slice(1);
  const best = 8;
  const symbols = ['circle', 'rect', 'triangle', 'diamond', 'pin', 'arrow'];
  const dashes = ['solid', [7, 3], [2, 3], [9, 3, 2, 3], [12, 4], [4, 2, 1, 2]];
  const shapes = [
    'M6 1a5 5 0 1 0 0 10a5 5 0 1 0 0-10z', 'M1.5 1.5h9v9h-9z', 'M6 1l5.5 9.5h-11z', 'M6 0l6 6l-6 6l-6-6z',
    'M6 12l-4-6a4.6 4.6 0 1 1 8 0z', 'M6 0l5 12l-5-3.5l-5 3.5z',
  ];
  const svg = (name, attributes) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    return element;
  };
  let chosen = new Set(places.slice(0, all.length <= best + 2 ? all.length : best));
  let scope = 0;
  const listeners = [];
  // Of a trace without a span nothing is known, and a saved result does not hold everything.
  const isMissing = (section) => section.scopes?.[scope] === null;
  const changed = () => listeners.forEach((listener) => listener());
  // On paper the controls are missing, and what they were set to has to be said.
  const paper = document.getElementById('paper');
  const tellPaper = () => {
    paper.textContent = `Pictures show ${chosen.size} of ${all.length} ${report.data.noun}${report.data.scopes.length > 1 ? `, ${report.data.scopes[scope]}` : ''}.`;
    paper.hidden = all.length < 2;
  };

  const colour = (index) => report.theme.colour(`contender-${all[index].colour}`);
  const mark = (index) => {
    const picture = svg('svg', { viewBox: '0 0 12 12', width: 12, height: 12, class: 'mark', 'aria-hidden': 'true' });
    picture.append(svg('path', { d: shapes[all[index].mark], fill: `var(--contender-${all[index].colour})` }));
    return picture;
  };
  const line = (index) => {
    const picture = svg('svg', { viewBox: '0 0 30 12', width: 30, height: 12, class: 'mark', 'aria-hidden': 'true' });
    const dash = dashes[all[index].dash];
    picture.append(svg('path', {
      d: 'M0 6h30', stroke: `var(--contender-${all[index].colour})`, 'stroke-width': 2.5, 'stroke-dasharray': dash === 'solid' ? 'none' : dash.join(' '),
    }));
    return picture;
  };

  const chooser = () => {
    const summary = report.element('summary');
    const boxes = all.map((contender, index) => report.element('input', {
      type: 'checkbox', onchange: (event) => choose(event.target.checked ? [...chosen, index] : [...chosen].filter((i) => i !== index)),
    }));
    const choose = (indices) => {
      chosen = new Set([...indices].sort((a, b) => a - b));
      boxes.forEach((box, index) => { box.checked = chosen.has(index); });
      summary.textContent = `${noun} shown: ${chosen.size} of ${all.length}`;
      tellPaper();
      changed();
    };
    choose(chosen);
    const pick = (text, indices) => report.element('button', { type: 'button', textContent: text, onclick: () => choose(indices()) });
    const details = report.element('details', { className: 'chooser' }, summary, report.element('div', {},
      report.element('div', { className: 'tools' }, pick('All', () => places), pick(`Best ${best}`, () => places.slice(0, best)), pick('None', () => [])),
      report.element('ul', {}, ...all.map((contender, index) => report.element('li', {},
        report.element('label', {}, boxes[index], mark(index), contender.label))))));
    details.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') {
        details.open = false;
        summary.focus();
      }
    });
    document.addEventListener('click', (event) => { details.open &&= details.contains(event.target); });
    return details;
  };

  return {
    all,
    colour,
    mark,
    symbol: (index) => symbols[all[index].mark],
    dash: (index) => dashes[all[index].dash],
    chosen: () => [...chosen],
    isChosen: (index) => chosen.has(index),
    scope: () => scope,
    isMissing,
    /** Tells a section what has changed, while there is something for it to show. */
    onChange: (section, listener) => listeners.push(() => isMissing(section) || listener()),
    /** Tells what has changed, whatever there is to show. */
    onAnyChange: (listener) => listeners.push(listener),
    legend: (indices) => report.element('ul', { className: 'legend' },
      ...indices.map((index) => report.element('li', {}, line(index), all[index].label))),
    controls(host) {
      if (report.data.scopes.length > 1) {
        const select = report.element('select', { 
          onchange: () => {
            scope = select.selectedIndex;
            tellPaper();
            changed();
          },
        },
          ...report.data.scopes.map((name) => report.element('option', { textContent: name })));
        host.append(report.element('label', {}, 'Show ', select));
      }
      if (all.length > 1) {
        host.append(chooser());
      }
    },
  };
})();
