/** How long idle periods are, with the poll windows laid over them. */
report.sections.lengths = (section, host) => {
  const { contenders, format } = report;
  const scale = report.axis.scale(true);
  const linear = report.axis.scale(false);
  const scope = () => section.scopes[contenders.scope()];
  const windows = () => scope().windows.filter(({ contender }) => contenders.isChosen(contender));
  const place = (ns) => Math.log10(Math.max(1, ns));

  const whole = () => {
    const { fromNs, idle } = scope();
    const highest = Math.max(0.01, ...idle, ...windows().flatMap(({ shares }) => shares));
    return { x: [place(fromNs[0]), place(fromNs.at(-1))], y: [0, highest * 1.05] };
  };
  const steps = (shares) => scope().fromNs.map((ns, i) => [place(ns), shares[i]]);
  const binAt = (ns) => Math.max(0, scope().fromNs.findLastIndex((from) => from <= ns));

  const tools = host.appendChild(report.element('div', { className: 'tools' }));
  const option = (width) => {
    const view = frame?.get() ?? whole();
    return {
      grid: { left: 78, right: 22, top: 16, bottom: 52 },
      xAxis: report.axis.option({ scale, view: view.x, name: 'length of the idle period, or of the poll window', format: format.tick, count: report.isNarrow(width) ? 4 : 9 }),
      yAxis: report.axis.option({ scale: linear, view: view.y, name: 'share of all (%)', format: (share) => format.percentTick(share * 100), count: 6, vertical: true }),
      tooltip: {
        trigger: 'axis', confine: true,
        formatter: ([{ axisValue }]) => {
          const bin = binAt(scale.from(axisValue));
          const { fromNs, idle } = scope();
          return [`<b>${format.duration(fromNs[bin])} to ${format.duration(fromNs[bin + 1] ?? fromNs[bin])}</b>`, `idle periods: ${format.percent(idle[bin] * 100)}`,
            ...windows().slice(0, 12).map(({ contender, shares }) => `windows of ${report.escape(contenders.all[contender].label)}: ${format.percent(shares[bin] * 100)}`)].join('<br>');
        },
      },
      series: [
        {
          type: 'line', step: 'end', symbol: 'none', silent: true, data: steps(scope().idle), lineStyle: { color: report.theme.colour('quiet'), width: 1 },
          areaStyle: { color: report.theme.colour('account-blocked'), opacity: 1 },
        },
        ...windows().map(({ contender, shares }) => ({
          type: 'line', step: 'end', symbol: 'none', data: steps(shares), emphasis: { focus: 'series' },
          lineStyle: { color: contenders.colour(contender), type: contenders.dash(contender), width: 2 },
        })),
      ],
    };
  };

  let frame = null;
  const { element, chart, draw } = report.chart({
    host, height: () => (report.isNarrow(innerWidth) ? 340 : 420), option,
    label: `${section.title}: the idle periods by length, and the poll windows of each predictor shown. Plus, minus, arrow keys and 0 zoom and pan.`,
  });
  frame = report.view({ element, chart, full: whole, redraw: draw });
  tools.append(frame.buttons);
  const legend = host.appendChild(report.element('div'));
  const none = host.appendChild(report.element('p'));
  const update = () => {
    legend.replaceChildren(contenders.legend(windows().map(({ contender }) => contender)));
    none.textContent = windows().length ? `Decisions not to poll: ${windows().map(({ contender, none: share }) => `${contenders.all[contender].label} ${format.percent(share * 100)}`).join(', ')}.` : '';
    frame.reset();
  };
  contenders.onChange(update);
  update();
};
