/**
 * Axes. A logarithmic one is a linear one of logarithms with ticks of its own: zoomed into a part of a decade it still has ticks, and a
 * view is two pairs of numbers whatever the scale.
 */
report.axis = (() => {
  const round = (value, step) => Number((Math.round(value / step) * step).toPrecision(12));

  const linearTicks = (low, high, count) => {
    const rough = (high - low) / count;
    const power = 10 ** Math.floor(Math.log10(rough));
    const step = power * ([1, 2, 5].find((m) => m * power >= rough) ?? 10);
    const ticks = [];
    for (let tick = Math.ceil(low / step - 1e-9) * step; tick <= high + step * 1e-9; tick += step) {
      ticks.push(round(tick, step));
    }
    return ticks;
  };

  const logTicks = (low, high, count) => {
    const mantissas = high - low > count * 0.75 ? [1] : high - low > count / 3 ? [1, 3] : high - low > 1 ? [1, 2, 5] : null;
    if (!mantissas) {
      return linearTicks(10 ** low, 10 ** high, count).filter((tick) => tick > 0);
    }
    const ticks = [];
    for (let power = Math.floor(low); power <= high; power++) {
      ticks.push(...mantissas.map((m) => m * 10 ** power).filter((tick) => Math.log10(tick) >= low - 1e-9 && Math.log10(tick) <= high + 1e-9));
    }
    return ticks;
  };

  return {
    /** A scale, by whether it is logarithmic: to where values stand on the axis, and back. */
    scale: (log) => (log
      ? { log, to: Math.log10, from: (at) => 10 ** at, ticks: (low, high, count) => logTicks(low, high, count) }
      : { log, to: (value) => value, from: (at) => at, ticks: linearTicks }),

    /** The option of an axis. `view` is its lowest and highest place; `count` about how many ticks there is room for. */
    option({ scale, view, name, format, count, vertical = false, right = false }) {
      const places = scale.ticks(view[0], view[1], count).map(scale.to);
      const quiet = report.theme.colour('quiet');
      return {
        type: 'value',
        min: view[0],
        max: view[1],
        name,
        nameLocation: 'middle',
        position: right ? 'right' : undefined,
        nameRotate: right ? -90 : undefined,
        nameGap: right ? 46 : vertical ? 58 : 30,
        nameTextStyle: { color: report.theme.colour('ink'), fontSize: 13 },
        axisLine: { show: true, onZero: false, lineStyle: { color: quiet } },
        axisTick: { show: true, customValues: places, lineStyle: { color: quiet } },
        splitLine: { show: !right, customValues: places, lineStyle: { color: report.theme.colour('grid') } },
        axisLabel: {
          customValues: places, formatter: (place) => format(scale.from(place)), color: quiet, fontSize: 12, hideOverlap: true, showMinLabel: true, showMaxLabel: true,
        },
        axisPointer: { label: { formatter: ({ value }) => format(scale.from(value)) } },
      };
    },

    /** The range of some values on a scale, with a margin. */
    range(values, scale, margin = 0.06) {
      let [low, high] = [Infinity, -Infinity];
      for (const value of values) {
        low = Math.min(low, scale.to(value));
        high = Math.max(high, scale.to(value));
      }
      const room = (high - low || Math.abs(high) * 0.1 || 1) * margin;
      return scale.log ? [low - room, high + room] : [low >= 0 ? Math.max(0, low - room) : low - room, high + room];
    },
  };
})();
