/** A chart that follows the theme, the width of the page and what is chosen. `option` is asked anew for each drawing. */
report.chart = ({ section, host, label, height, option, renderer = 'svg' }) => {
  const element = host.appendChild(report.element('div', {
    className: 'chart', tabIndex: 0, attr: { role: 'application', 'aria-roledescription': 'chart', 'aria-label': label },
  }));
  element.style.height = `${height()}px`;
  const chart = echarts.init(element, null, { renderer });
  const draw = () => {
    if (report.contenders.isMissing(section)) {
      return;
    }
    const next = height();
    if (element.clientHeight !== next) {
      element.style.height = `${next}px`;
      chart.resize();
    }
    const ink = report.theme.colour('ink');
    chart.setOption({
      animation: false,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: ink },
      tooltip: {
        confine: true, backgroundColor: report.theme.colour('raised'), borderColor: report.theme.colour('line'), textStyle: { color: ink, fontSize: 13 },
        axisPointer: { label: { backgroundColor: report.theme.colour('quiet'), color: report.theme.colour('page') } },
      },
      ...option(element.clientWidth),
    }, true);
  };
  let width = element.clientWidth;
  new ResizeObserver(() => {
    if (element.clientWidth > 0 && element.clientWidth !== width) {
      width = element.clientWidth;
      chart.resize();
      draw();
    }
  }).observe(element);
  report.theme.onChange(draw);
  return { element, chart, draw };
};

/** Text for a tooltip: names come from files and plugins. */
report.escape = (text) => text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);

/** The room for names of rows beside a chart: as much as they need, up to two fifths of the chart. */
report.nameRoom = (names, width) => {
  const measure = document.createElement('canvas').getContext('2d');
  measure.font = `12px ${getComputedStyle(document.body).fontFamily}`;
  return Math.min(Math.max(60, ...names.map((name) => measure.measureText(name).width + 20)), width * 0.42);
};

/** How much room a chart has: fewer ticks and less height on a phone. */
report.isNarrow = (width) => width < 560;
