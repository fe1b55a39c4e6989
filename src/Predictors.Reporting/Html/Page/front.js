/** CPU waste versus wake-up latency. */
report.sections.front = (section, host) => {
  const { contenders, format } = report;
  const scope = () => section.scopes[contenders.scope()];
  const canLog = section.scopes.every((s) => !s || s.points.every(([, waste, latency]) => waste > 0 && latency > 0));
  let scales = { x: report.axis.scale(canLog), y: report.axis.scale(canLog) };
  const { noun } = report.data;
  const hasFront = section.scopes.some((s) => s?.clairvoyant.length > 0);
  const fits = [`most ${noun}${hasFront ? ' and the front' : ''}`, `the ${noun} shown`, 'everything'];
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

  /** A line, from left to right, without what is far outside of a view: drawings with coordinates of any size come out wrong on paper. */
  const clip = (points, { x, y }) => {
    const bounds = [x, y].map(([low, high]) => [2 * low - high, 2 * high - low]);
    let line = points;
    bounds.forEach((pair, axis) => pair.forEach((bound) => {
      line = line.flatMap((p, i) => {
        const q = line[i + 1];
        if (!q || (p[axis] - bound) * (q[axis] - bound) >= 0) {
          return [p];
        }
        const t = (bound - p[axis]) / (q[axis] - p[axis]);
        return [p, [p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t]];
      });
    }));
    const [[left, right], [bottom, top]] = bounds;
    const near = (right - left) * 1e-9;
    return line.filter(([px]) => px >= left - near && px <= right + near).map(([px, py]) => [px, Math.min(Math.max(py, bottom), top)]);
  };

  const boxOf = (width) => ({ x0: grid.left + 2, x1: width - grid.right, y0: grid.top, y1: height() - grid.bottom - 2 });
  const pixels = ([x, y], view, box) => ({
    x: box.x0 + (box.x1 - box.x0) * (x - view.x[0]) / (view.x[1] - view.x[0]), y: box.y1 - (box.y1 - box.y0) * (y - view.y[0]) / (view.y[1] - view.y[0]),
  });

  /** What the grey region is called, in its corner, where it has room for that: { text, x0, x1, y0, y1 }. */
  const regionName = (bound, view, box, font) => {
    const measure = document.createElement('canvas').getContext('2d');
    measure.font = `12px ${font}`;
    const places = bound.map((point) => pixels(point, view, box));
    for (const text of ['out of reach, below the clairvoyant front', 'below the clairvoyant front', 'out of reach']) {
      const name = { text, x0: box.x0 + 10, x1: box.x0 + 10 + measure.measureText(text).width, y0: box.y1 - 26, y1: box.y1 - 8 };
      const right = places.find(({ x }) => x >= name.x1 + 8);
      if (right && right.y < name.y0 - 4 && name.x1 < box.x1) {
        return name;
      }
    }
    return null;
  };

  /** The names of the predictors on the front and of those shown. */
  const names = (points, bound, at, view, width) => {
    const box = boxOf(width);
    const font = getComputedStyle(document.body).fontFamily;
    const region = bound.length ? regionName(bound, view, box, font) : null;
    const marks = points.map((point) => ({ ...pixels(at(point), view, box), size: sizeOf(point), text: contenders.all[point[0]].label, bold: point[3], index: point[0] }))
      .filter(({ x, y }) => x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1);
    const wanted = marks.filter(({ index, bold }) => bold || contenders.isChosen(index)).sort((a, b) => b.bold - a.bold || a.index - b.index);
    const [ink, quiet] = [report.theme.colour('ink'), report.theme.colour('quiet')];
    const regionText = region ? [{ type: 'text', silent: true, z: 5, x: region.x0, y: (region.y0 + region.y1) / 2, style: { text: region.text, fill: quiet, font: `12px ${font}`, verticalAlign: 'middle' } }] : [];
    return [...regionText, ...report.labels(wanted, marks, box, font, region ? [region] : []).flatMap(({ x, y, text, bold, place }) => [
      ...(place.far ? [{
        type: 'line', silent: true, z: 4, shape: { x1: x, y1: y, x2: Math.min(Math.max(x, place.x0), place.x1), y2: y < place.y ? place.y0 + 2 : place.y1 - 2 },
        style: { stroke: quiet, lineWidth: 1 },
      }] : []),
      { type: 'text', silent: true, z: 5, x: place.x, y: place.y, style: { text, fill: ink, stroke: report.theme.colour('page'), lineWidth: 3, font: `${bold ? 'bold ' : ''}12px ${font}`, align: 'center', verticalAlign: 'middle' } },
    ])];
  };

  /** A mark and those that it hides. */
  const neighbours = (point, points, at, view, width) => {
    const where = (other) => pixels(at(other), view, boxOf(width));
    const here = where(point);
    return [point, ...points.filter((other) => other !== point && Math.hypot(where(other).x - here.x, where(other).y - here.y) < 5)].slice(0, 4);
  };

  const option = (width) => {
    const { points, clairvoyant } = scope();
    const view = frame?.get() ?? whole();
    const at = ([, waste, latency]) => [scales.x.to(waste), scales.y.to(latency)];
    const low = (scale, value) => (scale.log && value <= 0 ? -99 : scale.to(value));
    const edge = clairvoyant.map(([waste, latency]) => [low(scales.x, waste), low(scales.y, latency)]);
    const far = 1e6;
    const bound = edge.length ? clip([[-far, far], [edge[0][0], far], ...edge, [far, edge.at(-1)[1]]], view) : [];
    const pareto = points.filter(([, , , front]) => front).sort((a, b) => a[1] - b[1]).map(at);
    const byIndex = new Map(points.map((point) => [point[0], point]));
    return {
      grid,
      xAxis: report.axis.option({ scale: scales.x, view: view.x, name: 'CPU waste (% of span x vCPUs)', format: format.percentTick, count: report.isNarrow(width) ? 4 : 8 }),
      yAxis: report.axis.option({ scale: scales.y, view: view.y, name: 'mean wake-up latency', format: format.tick, count: 6, vertical: true }),
      tooltip: { trigger: 'item', confine: true, formatter: ({ data }) => neighbours(data.point, points, at, view, width).map(details).join('<br><br>') },
      graphic: names(points, bound, at, view, width),
      series: [
        {
          type: 'line', name: 'clairvoyant front', data: bound, symbol: 'none', silent: true, z: 1, clip: true,
          lineStyle: { color: report.theme.colour('quiet'), width: 1.5 },
          areaStyle: { color: report.theme.colour('out-of-reach'), opacity: 1, origin: 'start' },
        },
        {
          type: 'line', name: 'Pareto front', data: pareto, step: 'end', symbol: 'none', silent: true, z: 2, clip: true, lineStyle: { color: report.theme.colour('quiet'), width: 1.2, type: [2, 3] },
        },
        ...section.sweeps.map((sweep) => ({
          type: 'line', data: sweep.filter((index) => byIndex.has(index)).map((index) => at(byIndex.get(index))), symbol: 'none', silent: true, z: 2,
          lineStyle: { color: contenders.colour(sweep[0]), width: 1.5, type: 'solid' },
        })),
        {
          type: 'scatter', z: 3,
          data: points.map((point) => ({
            value: at(point), point, symbol: contenders.symbol(point[0]), symbolSize: sizeOf(point),
            itemStyle: { color: contenders.colour(point[0]), opacity: point[3] || contenders.isChosen(point[0]) ? 1 : 0.3, borderColor: report.theme.colour('page'), borderWidth: 1 },
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
    section, host, height, option,
    label: `${section.title}: each of the ${noun} by its CPU waste and its mean wake-up latency. Plus, minus, arrow keys and 0 zoom and pan.`,
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
  contenders.onChange(section, () => {
    if (contenders.scope() === last && fit !== shown) {
      draw();
    } else {
      last = contenders.scope();
      frame.reset();
    }
  });
  frame.reset();
};
