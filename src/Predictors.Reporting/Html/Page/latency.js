/** The distributions of wake-up latency. */
report.sections.latency = (section, host) => {
  const { contenders, format } = report;
  const scale = report.axis.scale(true);
  const log = report.axis.scale(true);
  const linear = report.axis.scale(false);
  let tail = false;
  // A latency of 0 ns has no logarithm; nobody can tell it from 1 ns.
  const least = 1;

  const curves = () => section.scopes[contenders.scope()].filter((curve) => contenders.isChosen(curve.contender) && curve.ns.length > 0);
  const whole = () => {
    const shown = curves();
    const shares = shown.flatMap((curve) => curve.above).filter((above) => above > 0);
    return {
      x: report.axis.range(shown.length ? shown.flatMap((curve) => [Math.max(least, curve.ns[0]), curve.ns.at(-1)]) : [1, 1000], scale),
      y: tail ? [Math.log10(Math.min(0.5, ...shares)) - 0.1, 0.05] : [0, 1.03],
    };
  };
  const valueAt = (curve, ns) => {
    const index = curve.ns.findLastIndex((point) => point <= ns);
    return index < 0 ? 1 : curve.above[index];
  };

  const tools = host.appendChild(report.element('div', { className: 'tools' }));
  const option = (width) => {
    const view = frame?.get() ?? whole();
    const yScale = tail ? log : linear;
    const y = (above) => (tail ? (above > 0 ? Math.log10(above) : -99) : 1 - above);
    return {
      grid: { left: 78, right: 22, top: 16, bottom: 52 },
      xAxis: report.axis.option({ scale, view: view.x, name: 'wake-up latency', format: format.tick, count: report.isNarrow(width) ? 5 : 9 }),
      yAxis: report.axis.option({
        scale: yScale, view: view.y, name: tail ? 'wake-ups that take longer (%)' : 'wake-ups that take at most this long (%)', format: (share) => format.percentTick(share * 100), count: 6, vertical: true,
      }),
      tooltip: {
        trigger: 'axis', confine: true,
        formatter: ([{ axisValue }]) => {
          const ns = scale.from(axisValue);
          const rows = curves().map((curve) => [curve.contender, valueAt(curve, ns)]).sort((a, b) => a[1] - b[1]).slice(0, 14);
          return [`<b>${tail ? 'longer than' : 'at most'} ${format.duration(ns)}</b>`,
            ...rows.map(([index, above]) => `${report.escape(contenders.all[index].label)}: ${format.percent(100 * (tail ? above : 1 - above))}`)].join('<br>');
        },
      },
      series: curves().map((curve) => ({
        type: 'line', step: 'end', symbol: 'none', triggerLineEvent: true, emphasis: { focus: 'series' },
        data: [[view.x[0], y(1)], ...curve.ns.map((ns, i) => [Math.log10(Math.max(least, ns)), y(curve.above[i])]), [view.x[1], y(0)]],
        lineStyle: { color: contenders.colour(curve.contender), type: contenders.dash(curve.contender), width: 2 },
        itemStyle: { color: contenders.colour(curve.contender) },
      })),
    };
  };

  let frame = null;
  const { element, chart, draw } = report.chart({
    section, host, height: () => (report.isNarrow(innerWidth) ? 340 : 420), option,
    label: `${section.title}: for each of the ${report.data.noun} shown, the share of wake-ups by latency. Plus, minus, arrow keys and 0 zoom and pan.`,
  });
  frame = report.view({ element, chart, full: whole, redraw: draw });
  tools.append(report.choice('Show', ['all wake-ups', 'the slow tail'], 0, (index) => {
    tail = index === 1;
    frame.reset();
  }), frame.buttons);
  const legend = host.appendChild(report.element('div'));
  const update = () => {
    legend.replaceChildren(contenders.legend(curves().map((curve) => curve.contender)));
    frame.reset();
  };
  contenders.onChange(section, update);
  update();
};
