/** A table that is sorted by clicking its headers, or by Enter or Space on them. */
report.sections.table = (section, host) => {
  const { contenders, format } = report;
  const isNumber = (column) => column.decimals >= 0;
  // A row that is far off would leave the others no room: its interval is an arrow at the edge.
  const spans = section.columns.map((column, index) => {
    const intervals = section.rows.map((row) => row[index]).filter(Array.isArray);
    const low = Math.min(...intervals.map((i) => i[0]));
    return intervals.length ? [low, Math.max(...intervals.map((i) => i[2]).filter((high) => high <= 2.5 * low), intervals[0][2])] : null;
  });

  const interval = ([low, value, high], column, span) => {
    const width = 90;
    // To the scale of its column, which is logarithmic: these are ratios.
    const at = (x) => 3 + (width - 6) * (Math.log(x / span[0]) / (Math.log(span[1] / span[0]) || 1));
    const cell = report.element('td', { className: 'number' }, `${format.number(low, column.decimals)} to ${format.number(high, column.decimals)}`);
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('viewBox', `0 0 ${width} 12`);
    svg.setAttribute('class', 'interval');
    svg.setAttribute('width', width);
    svg.setAttribute('height', 12);
    svg.setAttribute('aria-hidden', 'true');
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', low > span[1] ? `M${width - 12} 2l8 4l-8 4z` : `M${at(low)} 6H${Math.min(width - 3, at(high))}M${at(low)} 3v6M${Math.min(width - 3, at(high))} 3v6M${at(value) - 2.5} 6a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0`);
    path.setAttribute('stroke', 'var(--ink)');
    path.setAttribute('fill', 'var(--ink)');
    svg.append(path);
    cell.append(svg);
    return cell;
  };

  const cellOf = (value, column, span) => {
    if (Array.isArray(value)) {
      return interval(value, column, span);
    }
    if (value?.contender !== undefined) {
      return report.element('td', {}, contenders.mark(value.contender), ` ${contenders.all[value.contender].label}`);
    }
    return isNumber(column)
      ? report.element('td', { className: 'number', textContent: format.number(value, column.decimals) })
      : report.element('td', { textContent: value, className: /^[0-9a-f]{64}$/.test(value) ? 'hash' : value.length > 40 ? 'long' : '' });
  };
  const keyOf = (value) => (Array.isArray(value) ? value[1] : value?.contender !== undefined ? contenders.all[value.contender].label : value);
  const compare = (a, b) => (a === null || b === null ? (a === null) - (b === null) : typeof a === 'string' ? a.localeCompare(b) : a - b);

  const best = new Set(section.rows.slice(0, section.best));
  const body = report.element('tbody');
  const fill = (rows) => body.replaceChildren(...rows.map((row) => {
    const line = report.element('tr', {}, ...row.map((value, index) => cellOf(value, section.columns[index], spans[index])));
    line.classList.toggle('best', best.has(row));
    return line;
  }));

  const heads = section.columns.map((column, index) => {
    const head = report.element('th', { className: isNumber(column) ? 'number' : '', scope: 'col', attr: { 'aria-sort': 'none' } });
    head.append(report.element('button', {
      type: 'button',
      onclick: () => {
        const down = head.getAttribute('aria-sort') === 'ascending';
        heads.forEach((other) => other.setAttribute('aria-sort', 'none'));
        head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
        // What is not defined stands last, whichever way.
        const key = (row) => keyOf(row[index]);
        fill([...section.rows].sort((a, b) => (down && key(a) !== null && key(b) !== null ? -1 : 1) * compare(key(a), key(b))));
      },
    }, report.element('span', { className: 'name', textContent: column.header })));
    if (column.unit) {
      head.firstChild.append(report.element('span', { className: 'unit', textContent: column.unit }));
    }
    return head;
  });

  const table = report.element('table', {}, report.element('caption', { textContent: section.title }),
    report.element('thead', {}, report.element('tr', {}, ...heads)), body);
  const scroll = report.element('div', { className: 'scroll', tabIndex: 0, attr: { role: 'region', 'aria-label': `${section.title}, table` } }, table);
  if (section.folded) {
    const details = host.appendChild(report.element('details', {}, report.element('summary', { textContent: `Show ${section.rows.length} rows` }), scroll));
    details.addEventListener('toggle', () => fill(section.rows), { once: true });
  } else {
    host.append(scroll);
    fill(section.rows);
  }
};
