/** A stretch of one vCPU's time: a lane for each predictor. */
report.sections.strip = (section, host) => {
  const { contenders, format } = report;
  const linear = report.axis.scale(false);
  const { entry, arrival, busy, cause } = section;
  const last = entry.length - 1;
  const end = entry[last] + arrival[last];
  const first = Math.min(last, 40);
  const kinds = [
    ['busy', 'account-busy'], ['polled and caught', 'account-guest'], ['polled in vain', 'polled-in-vain'], ['halting', 'account-overhead'],
    ['host polled', 'account-host'], ['halted: the pCPU is free', 'account-blocked'], ['waking up', 'account-recorded'],
  ];
  const [BUSY, CAUGHT, FAILED, HALTING, HOST, BLOCKED, WAKING] = kinds.keys();
  const lanes = () => section.lanes.filter((lane) => contenders.isChosen(lane.contender));

  /** The parts of a period as [from, to, kind], times in ns. */
  const parts = (lane, i) => {
    const [from, until] = [entry[i], entry[i] + arrival[i]];
    const polled = from + lane.polled[i];
    const hosted = lane.hostCaught[i] + lane.hostFailed[i];
    const asleep = until - lane.blocked[i];
    const all = [[from - Math.max(0, busy[i]), from, BUSY], [from, polled, lane.caught[i] ? CAUGHT : FAILED]];
    if (!lane.caught[i]) {
      all.push([polled, asleep - hosted, HALTING], [asleep - hosted, asleep, HOST], [asleep, until, BLOCKED]);
    }
    all.push([until, until + lane.latency[i], WAKING]);
    return all.filter(([a, b]) => b > a);
  };

  /** The parts that are in view; those too narrow to be seen make way for the widest one of their pixel. */
  const visible = (lane, [from, to], pixels) => {
    const per = (to - from) / pixels;
    let i = Math.max(0, entry.findIndex((at, k) => at + arrival[k] + lane.latency[k] >= from));
    const seen = [];
    for (; i <= last && entry[i] - Math.max(0, busy[i]) <= to; i++) {
      for (const [a, b, kind] of parts(lane, i)) {
        const before = seen.at(-1);
        if (before && before[2] === kind && a - before[1] < per / 2) {
          before[1] = Math.max(before[1], b);
        } else if (before && b - before[0] < per) {
          const wider = b - a > before[1] - before[0];
          seen[seen.length - 1] = [before[0], b, wider ? kind : before[2]];
        } else {
          seen.push([a, b, kind]);
        }
      }
    }
    return seen.filter(([a, b]) => b >= from && a <= to);
  };

  const whole = () => ({ x: [entry[0], end], y: [0, 1] });
  const laneHeight = 34;
  const tools = host.appendChild(report.element('div', { className: 'tools' }));
  const option = (width) => {
    const view = frame?.get() ?? whole();
    const shown = lanes();
    const room = report.nameRoom(shown.map(({ contender }) => contenders.all[contender].label), width);
    const pixels = Math.max(50, width - room - 24);
    const colours = kinds.map(([, name]) => report.theme.colour(name));
    return {
      grid: { left: room, right: 24, top: 8, bottom: 52 },
      xAxis: report.axis.option({
        scale: linear, view: view.x, name: 'time from the first idle entry shown', format: (ns) => (ns === 0 ? '0' : format.tick(ns)), count: report.isNarrow(width) ? 3 : 7,
      }),
      yAxis: {
        type: 'category', inverse: true, data: shown.map(({ contender }) => contenders.all[contender].label), axisTick: { show: false },
        axisLine: { lineStyle: { color: report.theme.colour('quiet') } },
        axisLabel: { color: report.theme.colour('ink'), fontSize: 12, width: room - 14, overflow: 'truncate', interval: 0 },
      },
      tooltip: { trigger: 'axis', confine: true, axisPointer: { type: 'line' }, formatter: ([{ axisValue }]) => tell(axisValue) },
      series: [{
        type: 'custom', clip: true, data: shown.map((_, row) => [view.x[0], row]), encode: { x: 0, y: 1 },
        renderItem: (_, api) => {
          const row = api.value(1);
          return {
            type: 'group',
            children: visible(shown[row], view.x, pixels).map(([a, b, kind]) => {
              const [x0, y] = api.coord([Math.max(a, view.x[0]), row]);
              const [x1] = api.coord([Math.min(b, view.x[1]), row]);
              const height = kind === WAKING ? 6 : kind === BUSY || kind === BLOCKED ? 12 : 22;
              return { type: 'rect', shape: { x: x0, y: y - height / 2, width: Math.max(0.6, x1 - x0), height }, style: { fill: colours[kind] } };
            }),
          };
        },
      }, { type: 'line', data: [[view.x[0], 0], [view.x[1], 0]], symbol: 'none', silent: true, lineStyle: { opacity: 0 } }],
    };
  };

  /** What happens at an instant, lane by lane. */
  const tell = (ns) => {
    const i = Math.max(0, entry.findLastIndex((at, k) => at - Math.max(0, busy[k]) <= ns));
    const rows = lanes().slice(0, 10).map((lane) => {
      const what = lane.caught[i] ? `caught after ${format.duration(lane.polled[i])}` : lane.polled[i] > 0 ? `polled ${format.duration(lane.polled[i])} in vain` : 'halted at once';
      return `${report.escape(contenders.all[lane.contender].label)}: window ${lane.window[i] ? format.duration(lane.window[i]) : 'none'}, ${what}, latency ${format.duration(lane.latency[i])}`;
    });
    return [`<b>idle for ${format.duration(arrival[i])}, woken by ${report.escape(section.causes[cause[i]])}</b>`, ...rows].join('<br>');
  };

  let frame = null;
  const { element, chart, draw } = report.chart({
    section, host, height: () => 76 + laneHeight * Math.max(1, lanes().length), option, label: `${section.title}. Plus, minus, left, right and 0 zoom and pan.`,
  });
  frame = report.view({ element, chart, full: whole, axes: ['x'], limit: 1e-5, redraw: draw });
  const some = Math.min(last, 24);
  const show = (from, until) => frame.show({ x: [entry[from], entry[until] + arrival[until]] });

  /** Where polls take most of the time, and are now caught and now in vain. */
  const telling = () => {
    let [best, found] = [-1, 0];
    for (let from = 0; from + some <= last; from++) {
      let [caught, failed] = [0, 0];
      for (const lane of section.lanes) {
        for (let i = from; i <= from + some; i++) {
          caught += lane.caught[i] ? lane.polled[i] : 0;
          failed += lane.caught[i] ? 0 : lane.polled[i];
        }
      }
      const worth = (Math.sqrt(caught * failed) + 0.1 * (caught + failed)) / (entry[from + some] + arrival[from + some] - entry[from]);
      [best, found] = worth > best ? [worth, from] : [best, found];
    }
    return found;
  };
  tools.append(report.element('button', { type: 'button', textContent: 'First periods', onclick: () => show(0, first) }),
    report.element('button', { type: 'button', textContent: 'Where polls are most mixed', onclick: () => show(telling(), telling() + some) }), frame.buttons);
  host.append(report.element('ul', { className: 'legend' }, ...kinds.map(([name, colour]) => {
    const box = report.element('span', { className: 'swatch' });
    box.style.setProperty('--swatch', `var(--${colour})`);
    return report.element('li', {}, box, name);
  })));
  contenders.onChange(section, draw);
  show(telling(), telling() + some);
};
