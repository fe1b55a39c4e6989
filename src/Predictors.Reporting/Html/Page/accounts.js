/** Where the CPU time went. */
report.sections.accounts = (section, host) => {
  const { contenders, format } = report;
  let timeLine = false;
  // The second account of a family has its colour, with stripes.
  const named = section.accounts.map((account, index) => ({
    ...account, index, striped: section.accounts.findIndex((other) => other.family === account.family) < index,
  }));
  const used = (index) => section.scopes.some((scope) => scope?.some((row) => row[index + 1] > 0));
  const accounts = () => named.filter(({ index }) => used(index)).filter((account) => (timeLine ? account.timeLine : account.waste));
  const bars = () => section.scopes[contenders.scope()].filter(([contender]) => contenders.isChosen(contender));
  const stripes = { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: Math.PI / 4 };

  const tools = host.appendChild(report.element('div', { className: 'tools' }));
  const option = (width) => {
    const rows = bars();
    const shown = accounts();
    const room = report.nameRoom(rows.map(([contender]) => contenders.all[contender].label), width);
    const ink = report.theme.colour('ink');
    const highest = timeLine ? 100 : Math.max(1e-9, ...rows.map((row) => shown.reduce((sum, { index }) => sum + row[index + 1], 0))) * 1.04;
    return {
      grid: { left: room, right: 24, top: 8, bottom: 48 },
      xAxis: report.axis.option({
        scale: report.axis.scale(false), view: [0, highest], name: `${timeLine ? 'time' : 'CPU waste'} (% of span x vCPUs)`, format: format.percentTick, count: report.isNarrow(width) ? 4 : 8,
      }),
      yAxis: {
        type: 'category', inverse: true, data: rows.map(([contender]) => contenders.all[contender].label), axisTick: { show: false },
        axisLine: { lineStyle: { color: report.theme.colour('quiet') } }, axisLabel: { color: ink, fontSize: 12, width: room - 14, overflow: 'truncate', interval: 0 },
      },
      tooltip: {
        trigger: 'axis', axisPointer: { type: 'shadow' }, confine: true,
        formatter: ([{ dataIndex }]) => [`<b>${report.escape(contenders.all[rows[dataIndex][0]].label)}</b>`,
          ...shown.map(({ name, index }) => `${report.escape(name)}: ${format.percent(rows[dataIndex][index + 1])}`),
          `= ${format.percent(shown.reduce((sum, { index }) => sum + rows[dataIndex][index + 1], 0))}`].join('<br>'),
      },
      series: shown.map((account) => ({
        type: 'bar', stack: 'all', barWidth: '62%', data: rows.map((row) => row[account.index + 1]),
        itemStyle: {
          color: report.theme.colour(`account-${account.family}`), borderColor: report.theme.colour('page'), borderWidth: 1,
          decal: account.striped ? { ...stripes, color: report.theme.colour('page') } : { symbol: 'none' },
        },
      })),
    };
  };

  const { draw } = report.chart({
    host, height: () => 70 + 26 * Math.max(1, bars().length), option, label: `${section.title}: a bar for each of the ${report.data.noun} shown, with a part for each account.`,
  });
  const legend = host.appendChild(report.element('ul', { className: 'legend' }));
  const update = () => {
    legend.replaceChildren(...accounts().map((account) => {
      const box = report.element('span', { className: `swatch${account.striped ? ' striped' : ''}` });
      box.style.setProperty('--swatch', `var(--account-${account.family})`);
      return report.element('li', {}, box, account.name);
    }));
    draw();
  };
  tools.append(report.choice('Show', ['CPU waste', 'the whole time line'], 0, (index) => {
    timeLine = index === 1;
    update();
  }));
  contenders.onChange(update);
  update();
};
