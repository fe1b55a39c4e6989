/** How long idle periods are, with the poll windows laid over them. */
report.sections.lengths = (section, host) => {
  const { contenders, format } = report;
  const scale = report.axis.scale(true);
  const linear = report.axis.scale(false);
  const scope = () => section.scopes[contenders.scope()];
  const windows = () => scope().windows.filter(({ contender }) => contenders.isChosen(contender));
  const place = (ns) => Math.log10(Math.max(1, ns));
  const sum = (shares) => shares.reduce((total, share) => total + share, 0);
  const most = 0;
  let fit = most;

  /** The first bin of the picture, and the one behind the last. */
  const bins = () => (fit === most ? scope().most : [0, scope().fromNs.length - 1]);
  const highest = (shares) => Math.max(0.001, ...shares) * 1.05;
  const inBins = (shares) => shares.slice(...bins());
  const tallestWindow = () => highest(windows().flatMap(({ shares }) => inBins(shares)));
  const whole = () => {
    const [first, last] = bins();
    return { x: [place(scope().fromNs[first]), place(scope().fromNs[last])], y: [0, highest(inBins(scope().idle))] };
  };
  const steps = (shares) => scope().fromNs.map((ns, i) => [place(ns), shares[i]]);
  const binAt = (ns) => Math.max(0, scope().fromNs.findLastIndex((from) => from <= ns));

  const tools = host.appendChild(report.element('div', { className: 'tools' }));
  const option = (width) => {
    const view = frame?.get() ?? whole();
    const some = windows().length > 0;
    // Both axes are zoomed together.
    const ratio = tallestWindow() / whole().y[1];
    const share = (value) => format.percentTick(value * 100);
    return {
      grid: { left: 78, right: some ? 74 : 22, top: 16, bottom: 52 },
      xAxis: report.axis.option({
        scale, view: view.x, name: report.isNarrow(width) ? 'idle period, or poll window' : 'length of the idle period, or of the poll window', format: format.tick, count: report.isNarrow(width) ? 4 : 9,
      }),
      yAxis: [
        report.axis.option({ scale: linear, view: view.y, name: 'idle periods (% of all)', format: share, count: 6, vertical: true }),
        ...(some ? [report.axis.option({ scale: linear, view: view.y.map((y) => y * ratio), name: 'poll windows (% of decisions)', format: share, count: 6, vertical: true, right: true })] : []),
      ],
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
          type: 'line', step: 'end', symbol: 'none', yAxisIndex: 1, data: steps(shares), emphasis: { focus: 'series' },
          lineStyle: { color: contenders.colour(contender), type: contenders.dash(contender), width: 2 },
        })),
      ],
    };
  };

  const outside = report.element('p');
  const none = report.element('p');
  const tellOutside = () => {
    const { fromNs, idle } = scope();
    const [low, high] = frame.get().x;
    const beyond = (shares) => [sum(shares.filter((_, i) => place(fromNs[i]) < low - 1e-9)), sum(shares.filter((_, i) => place(fromNs[i]) >= high - 1e-9))];
    const tell = (what, shares) => beyond(shares).flatMap((share, side) => (share > 1e-6 ? [`${format.percent(share * 100)} of ${what} are ${side ? 'longer' : 'shorter'}`] : []));
    const parts = [...tell('the idle periods', idle), ...windows().flatMap(({ contender, shares }) => tell(`the windows of ${contenders.all[contender].label}`, shares))];
    outside.textContent = parts.length ? `Outside this picture: ${parts.slice(0, 6).join(', ')}${parts.length > 6 ? `, and ${parts.length - 6} more` : ''}.` : '';
  };

  let frame = null;
  const { element, chart, draw } = report.chart({
    section, host, height: () => (report.isNarrow(innerWidth) ? 340 : 420), option,
    label: `${section.title}: the idle periods by length, and the poll windows of each of the ${report.data.noun} shown. Plus, minus, arrow keys and 0 zoom and pan.`,
  });
  frame = report.view({
    element, chart, full: whole,
    redraw: () => {
      draw();
      tellOutside();
    },
  });
  tools.append(report.choice('Fit', ['most idle periods', 'everything'], fit, (index) => {
    fit = index;
    frame.reset();
  }), frame.buttons);
  const legend = host.appendChild(report.element('div'));
  host.append(outside, none);
  const update = () => {
    legend.replaceChildren(contenders.legend(windows().map(({ contender }) => contender)));
    none.textContent = windows().length ? `Decisions not to poll: ${windows().map(({ contender, none: share }) => `${contenders.all[contender].label} ${format.percent(share * 100)}`).join(', ')}.` : '';
    frame.reset();
  };
  contenders.onChange(section, update);
  update();
};
