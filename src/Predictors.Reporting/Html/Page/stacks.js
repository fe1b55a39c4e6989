/** A bar for each contender, made up of parts. */
report.sections.stacks = (section, host) => {
  const { contenders, format } = report;
  let view = 0;
  // The second part of a family has its colour, with stripes.
  const named = section.parts.map((part, index) => ({ ...part, index, striped: section.parts.findIndex((other) => other.family === part.family) < index }));
  const used = (index) => section.scopes.some((scope) => scope?.some((row) => row[index + 1] > 0));
  const parts = () => named.filter(({ index, views }) => used(index) && views.includes(view));
  const bars = () => section.scopes[contenders.scope()].filter(([contender]) => contenders.isChosen(contender));
  const stripes = { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: Math.PI / 4 };

  if (section.views.length > 1) {
    host.append(report.element('div', { className: 'tools' }, report.choice('Show', section.views.map(({ name }) => name), view, (index) => {
      view = index;
      update();
    })));
  }
  const option = (width) => {
    const rows = bars();
    const shown = parts();
    const { axis, unit, whole } = section.views[view];
    const amount = (value) => (unit === '%' ? format.percent(value) : format.number(value, 1) + unit);
    const room = report.nameRoom(rows.map(([contender]) => contenders.all[contender].label), width);
    const ink = report.theme.colour('ink');
    const highest = whole ?? Math.max(1e-9, ...rows.map((row) => shown.reduce((sum, { index }) => sum + row[index + 1], 0))) * 1.04;
    return {
      grid: { left: room, right: 24, top: 8, bottom: 48 },
      xAxis: report.axis.option({
        scale: report.axis.scale(false), view: [0, highest], name: axis, format: unit === '%' ? format.percentTick : (value) => value.toLocaleString('en-US', { maximumSignificantDigits: 6 }), count: report.isNarrow(width) ? 4 : 8,
      }),
      yAxis: {
        type: 'category', inverse: true, data: rows.map(([contender]) => contenders.all[contender].label), axisTick: { show: false },
        axisLine: { lineStyle: { color: report.theme.colour('quiet') } }, axisLabel: { color: ink, fontSize: 12, width: room - 14, overflow: 'truncate', interval: 0 },
      },
      tooltip: {
        trigger: 'axis', axisPointer: { type: 'shadow' }, confine: true,
        formatter: ([{ dataIndex }]) => [`<b>${report.escape(contenders.all[rows[dataIndex][0]].label)}</b>`,
          ...shown.map(({ name, index }) => `${report.escape(name)}: ${amount(rows[dataIndex][index + 1])}`),
          `= ${amount(shown.reduce((sum, { index }) => sum + rows[dataIndex][index + 1], 0))}`].join('<br>'),
      },
      series: shown.map((part) => ({
        type: 'bar', stack: 'all', barWidth: '62%', data: rows.map((row) => row[part.index + 1]),
        itemStyle: {
          color: report.theme.colour(`account-${part.family}`), borderColor: report.theme.colour('page'), borderWidth: 1,
          decal: part.striped ? { ...stripes, color: report.theme.colour('page') } : { symbol: 'none' },
        },
      })),
    };
  };

  const { draw } = report.chart({
    section, host, height: () => 70 + 26 * Math.max(1, bars().length), option, label: `${section.title}: a bar for each of the ${report.data.noun} shown, made up of ${section.parts.map(({ name }) => name).join('; ')}.`,
  });
  const legend = host.appendChild(report.element('ul', { className: 'legend' }));
  const update = () => {
    legend.replaceChildren(...parts().map((part) => {
      const box = report.element('span', { className: `swatch${part.striped ? ' striped' : ''}` });
      box.style.setProperty('--swatch', `var(--account-${part.family})`);
      return report.element('li', {}, box, part.name);
    }));
    draw();
  };
  contenders.onChange(section, update);
  update();
};
