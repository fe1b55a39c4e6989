/** CPU waste versus wake-up latency. */
report.sections.front = (section, host) => {
  const { contenders, format } = report;
  const scope = () => section.scopes[contenders.scope()];
  const canLog = section.scopes.every((s) => !s || s.points.every(([, waste, latency]) => waste > 0 && latency > 0));
  let scales = { x: report.axis.scale(canLog), y: report.axis.scale(canLog) };
  const fits = ['most predictors and the front', 'the predictors shown', 'everything'];
  const [most, shown] = [0, 1];
  let fit = most;

  /** Without those that burn several times what the median does: beside them nobody else could be told apart. */
  const field = (points) => {
    const median = [...points].sort((a, b) => a[1] - b[1])[(points.length - 1) >> 1][1];
    return points.filter(([, waste]) => waste <= 3 * median);
  };
  const whole = () => {
    const { points, clairvoyant } = scope();
    const chosen = points.filter(([index]) => contenders.isChosen(index));
    const inside = fit === shown && chosen.length > 0 ? chosen : fit === most ? field(points) : points;
    const highest = Math.max(...inside.map(([, waste]) => waste));
    const front = fit === shown ? [] : clairvoyant.filter(([waste, latency]) => waste <= highest && (!canLog || (waste > 0 && latency > 0)));
    return {
      x: report.axis.range([...inside.map((p) => p[1]), ...front.map((p) => p[0])], scales.x),
      y: report.axis.range([...inside.map((p) => p[2]), ...front.map((p) => p[1])], scales.y),
    };
  };

  const height = () => (report.isNarrow(innerWidth) ? 400 : 520);
  const tools = host.appendChild(report.element('div', { className: 'tools' }));
  const details = ([index, waste, latency, front]) => {
    const { label, parameters } = contenders.all[index];
    const lines = [`<b>${report.escape(label)}</b>`, ...parameters.map(report.escape), `CPU waste ${format.percent(waste)} of span x vCPUs`,
      `mean wake-up latency ${format.duration(latency)}`, ...(front ? ['on the Pareto front'] : [])];
    return lines.join('<br>');
  };

  const grid = { left: 78, right: 18, top: 16, bottom: 52 };
  const sizeOf = ([, , , front]) => (front ? 15 : 11);

  /** The names of the predictors shown, those on the front first. */
  const names = (points, at, view, width) => {
    const box = { x0: grid.left + 2, x1: width - grid.right, y0: grid.top, y1: height() - grid.bottom - 2 };
    const marks = points.map((point) => {
      const [x, y] = at(point);
      return {
        x: box.x0 + (box.x1 - box.x0) * (x - view.x[0]) / (view.x[1] - view.x[0]), y: box.y1 - (box.y1 - box.y0) * (y - view.y[0]) / (view.y[1] - view.y[0]),
        size: sizeOf(point), text: contenders.all[point[0]].label, bold: point[3], index: point[0],
      };
    }).filter(({ x, y }) => x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1);
    const wanted = marks.filter(({ index }) => contenders.isChosen(index)).sort((a, b) => b.bold - a.bold || a.index - b.index);
    const font = getComputedStyle(document.body).fontFamily;
    const [ink, quiet] = [report.theme.colour('ink'), report.theme.colour('quiet')];
    return report.labels(wanted, marks, box, font).flatMap(({ x, y, text, bold, place }) => [
      ...(place.far ? [{
        type: 'line', silent: true, z: 4, shape: { x1: x, y1: y, x2: Math.min(Math.max(x, place.x0), place.x1), y2: y < place.y ? place.y0 + 2 : place.y1 - 2 },
        style: { stroke: quiet, lineWidth: 1 },
      }] : []),
      { type: 'text', silent: true, z: 5, x: place.x, y: place.y, style: { text, fill: ink, font: `${bold ? 'bold ' : ''}12px ${font}`, align: 'center', verticalAlign: 'middle' } },
    ]);
  };

  const option = (width) => {
    const { points, clairvoyant } = scope();
    const view = frame?.get() ?? whole();
    const at = ([, waste, latency]) => [scales.x.to(waste), scales.y.to(latency)];
    const low = (scale, value) => (scale.log && value <= 0 ? -99 : scale.to(value));
    const edge = clairvoyant.map(([waste, latency]) => [low(scales.x, waste), low(scales.y, latency)]);
    const far = 1e6;
    const bound = edge.length ? [[-far, far], [edge[0][0], far], ...edge, [far, edge.at(-1)[1]]] : [];
    const byIndex = new Map(points.map((point) => [point[0], point]));
    return {
      grid,
      xAxis: report.axis.option({ scale: scales.x, view: view.x, name: 'CPU waste (% of span x vCPUs)', format: format.percentTick, count: report.isNarrow(width) ? 4 : 8 }),
      yAxis: report.axis.option({ scale: scales.y, view: view.y, name: 'mean wake-up latency', format: format.tick, count: 6, vertical: true }),
      tooltip: { trigger: 'item', confine: true, formatter: ({ data }) => (data.point ? details(data.point) : data.text ?? '') },
      graphic: names(points, at, view, width),
      series: [
        {
          type: 'line', name: 'clairvoyant front', data: bound, symbol: 'none', silent: true, z: 1, clip: true,
          lineStyle: { color: report.theme.colour('quiet'), width: 1.5, type: [5, 4] },
          areaStyle: { color: report.theme.colour('out-of-reach'), opacity: 1, origin: 'start' },
        },
        ...section.sweeps.map((sweep) => ({
          type: 'line', data: sweep.filter((index) => byIndex.has(index)).map((index) => at(byIndex.get(index))), symbol: 'none', silent: true, z: 2,
          lineStyle: { color: contenders.colour(sweep[0]), width: 1.5, type: 'solid' },
        })),
        {
          type: 'scatter', z: 3,
          data: points.map((point) => ({
            value: at(point), point, symbol: contenders.symbol(point[0]), symbolSize: sizeOf(point),
            itemStyle: { color: contenders.colour(point[0]), opacity: contenders.isChosen(point[0]) ? 1 : 0.3, borderColor: report.theme.colour('page'), borderWidth: 1 },
          })),
        },
      ],
    };
  };

  const outside = report.element('p');
  const tellOutside = () => {
    const { x, y } = frame.get();
    const names = scope().points.filter(([, waste, latency]) => scales.x.to(waste) < x[0] || scales.x.to(waste) > x[1] || scales.y.to(latency) < y[0] || scales.y.to(latency) > y[1])
      .map(([index, waste, latency]) => `${contenders.all[index].label} (${format.percent(waste)}, ${format.duration(latency)})`);
    outside.textContent = names.length ? `Outside this picture: ${names.slice(0, 6).join(', ')}${names.length > 6 ? ` and ${names.length - 6} more` : ''}.` : '';
  };

  let frame = null;
  const { element, chart, draw } = report.chart({
    host, height, option,
    label: `${section.title}: each predictor by its CPU waste and its mean wake-up latency. Plus, minus, arrow keys and 0 zoom and pan.`,
  });
  frame = report.view({
    element, chart, full: whole,
    redraw: () => {
      draw();
      tellOutside();
    },
  });
  host.append(outside);
  if (canLog) {
    tools.append(report.choice('Axes', ['logarithmic', 'linear'], 0, (index) => {
      scales = { x: report.axis.scale(index === 0), y: report.axis.scale(index === 0) };
      frame.reset();
    }));
  }
  tools.append(report.choice('Fit', fits, fit, (index) => {
    fit = index;
    frame.reset();
  }));
  tools.append(frame.buttons);
  let last = contenders.scope();
  contenders.onChange(() => {
    if (contenders.scope() === last && fit !== shown) {
      draw();
    } else {
      last = contenders.scope();
      frame.reset();
    }
  });
  frame.reset();
};
