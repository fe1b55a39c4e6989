'use strict';
const report = { data: JSON.parse(document.getElementById('data').textContent), sections: {} };

report.format = (() => {
  const significant = (value) => {
    const digits = Math.abs(value) >= 99.95 ? 0 : Math.abs(value) >= 9.995 ? 1 : 2;
    return value.toFixed(digits);
  };
  return {
    number: (value, decimals) => value === null ? '–'
      : value.toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
    /** Three significant digits and a unit, as the tables of the command write it. */
    duration(ns) {
      for (const [unit, scale] of [['s', 1e9], ['ms', 1e6], ['us', 1e3]]) {
        if (Math.abs(ns) >= 0.9995 * scale) {
          return `${significant(ns / scale)} ${unit}`;
        }
      }
      return `${Number(ns.toFixed(Math.abs(ns) < 1 ? 2 : 0))} ns`;
    },
    /** For ticks: as short as it can be. */
    tick(ns) {
      for (const [unit, scale] of [['s', 1e9], ['ms', 1e6], ['us', 1e3]]) {
        if (Math.abs(ns) >= scale * (1 - 1e-9)) {
          return `${Number((ns / scale).toPrecision(6))} ${unit}`;
        }
      }
      return `${Number(ns.toPrecision(6))} ns`;
    },
    percentTick: (value) => `${Number(value.toPrecision(6))} %`,
    percent: (value) => `${value === 0 ? '0' : Math.abs(value) < 0.001 ? value.toExponential(0) : Number(value.toPrecision(3))} %`,
  };
})();

/** Makes an element with properties, attributes (in `attr`) and children. */
report.element = (name, properties = {}, ...children) => {
  const { attr = {}, ...rest } = properties;
  const element = Object.assign(document.createElement(name), rest);
  for (const [key, value] of Object.entries(attr)) {
    element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
};

/** A row of radio buttons. `choose` is told the index of the one that is chosen. */
report.choice = (() => {
  let groups = 0;
  return (legend, names, chosen, choose) => {
    const group = `choice-${groups++}`;
    const radios = names.map((name, index) => report.element('label', {},
      report.element('input', { type: 'radio', name: group, checked: index === chosen, onchange: () => choose(index) }), ` ${name}`));
    return report.element('fieldset', {}, report.element('legend', { textContent: legend }), ...radios);
  };
})();
