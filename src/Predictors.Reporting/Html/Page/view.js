/**
 * What part of a chart is seen: zoomed and panned by buttons, by keys (+ - arrows 0), by dragging, by pinching, and by Ctrl and the wheel.
 * `full` gives the whole, as { x: [low, high], y: [low, high] }; `axes` which of them move; `limit` the least width of a view as a share.
 */
report.view = ({ element, chart, full, axes = ['x', 'y'], limit = 1e-3, redraw }) => {
  let view = full();

  const clamp = (next) => {
    const whole = full();
    for (const axis of axes) {
      const [low, high] = whole[axis];
      const width = Math.min(high - low, Math.max((high - low) * limit, next[axis][1] - next[axis][0]));
      const from = Math.min(Math.max(next[axis][0], low), high - width);
      next[axis] = [from, from + width];
    }
    return next;
  };
  const show = (next) => {
    view = clamp({ ...full(), ...next });
    redraw();
  };
  const zoom = (factor, at = { x: 0.5, y: 0.5 }) => show(Object.fromEntries(axes.map((axis) => {
    const [low, high] = view[axis];
    const centre = low + (high - low) * at[axis];
    return [axis, [centre - (centre - low) * factor, centre + (high - centre) * factor]];
  })));
  const pan = (shares) => show(Object.fromEntries(axes.map((axis) => {
    const by = (view[axis][1] - view[axis][0]) * (shares[axis] ?? 0);
    return [axis, [view[axis][0] + by, view[axis][1] + by]];
  })));
  const reset = () => show(full());

  const share = (event) => {
    const box = element.getBoundingClientRect();
    const grid = chart.getModel().getComponent('grid').coordinateSystem.getRect();
    return { x: (event.clientX - box.left - grid.x) / grid.width, y: 1 - (event.clientY - box.top - grid.y) / grid.height, grid };
  };

  const pointers = new Map();
  element.addEventListener('pointerdown', (event) => pointers.set(event.pointerId, event));
  element.addEventListener('pointermove', (event) => {
    const last = pointers.get(event.pointerId);
    if (!last || event.buttons === 0) {
      return;
    }
    if (pointers.size === 2) {
      const other = [...pointers.values()].find((p) => p.pointerId !== event.pointerId);
      const gap = (p) => Math.hypot(p.clientX - other.clientX, p.clientY - other.clientY) || 1;
      zoom(gap(last) / gap(event), share(other));
    } else if (Math.abs(event.clientX - last.clientX) + Math.abs(event.clientY - last.clientY) < 4) {
      return;
    } else {
      const { grid } = share(event);
      pan({ x: (last.clientX - event.clientX) / grid.width, y: (event.clientY - last.clientY) / grid.height });
    }
    pointers.set(event.pointerId, event);
  });
  for (const end of ['pointerup', 'pointercancel', 'pointerleave']) {
    element.addEventListener(end, (event) => pointers.delete(event.pointerId));
  }
  element.addEventListener('wheel', (event) => {
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      zoom(event.deltaY > 0 ? 1.25 : 0.8, share(event));
    }
  }, { passive: false });
  element.addEventListener('keydown', (event) => {
    const act = {
      '+': () => zoom(0.7), '=': () => zoom(0.7), '-': () => zoom(1 / 0.7), 0: reset,
      ArrowLeft: () => pan({ x: -0.15 }), ArrowRight: () => pan({ x: 0.15 }), ArrowUp: () => pan({ y: 0.15 }), ArrowDown: () => pan({ y: -0.15 }),
    }[event.key];
    if (act && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      act();
    }
  });

  const button = (text, label, act) => report.element('button', { type: 'button', textContent: text, onclick: act, attr: { 'aria-label': label, title: label } });
  return {
    get: () => view,
    show,
    reset,
    buttons: report.element('span', { className: 'zoom' },
      button('+', 'Zoom in', () => zoom(0.7)), button('−', 'Zoom out', () => zoom(1 / 0.7)), button('Whole', 'Show the whole picture', reset)),
  };
};
