/**
 * Places names beside marks so that no name covers a mark or another name; a thin line leads to a name that had to go further away. Names for
 * which there is no room are left out. `points` are { x, y, size, text, bold }, the most important first; `box` is what they must stay in,
 * `blocked` what they must not cover.
 */
report.labels = (() => {
  const measure = document.createElement('canvas').getContext('2d');
  const height = 15;
  const turns = [0, 180, 315, 225, 45, 135, 270, 90, 340, 200, 20, 160, 292, 248, 68, 112].map((degrees) => degrees * Math.PI / 180);
  const overlap = (a, b) => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
  const around = ({ x, y, size }) => ({ x0: x - size / 2 - 1, x1: x + size / 2 + 1, y0: y - size / 2 - 1, y1: y + size / 2 + 1 });

  return (points, marks, box, font, blocked = []) => {
    const taken = [...marks.map(around), ...blocked];
    const placed = [];
    for (const point of points) {
      measure.font = `${point.bold ? 'bold ' : ''}12px ${font}`;
      const width = measure.measureText(point.text).width + 4;
      const place = [5, 18, 36, 56, 80, 108].flatMap((gap) => turns.map((turn) => {
        const reach = point.size / 2 + gap;
        const x = point.x + Math.cos(turn) * (reach + (Math.abs(Math.cos(turn)) > 0.3 ? width / 2 : 0));
        const y = point.y + Math.sin(turn) * (reach + height / 2);
        return { x0: x - width / 2, x1: x + width / 2, y0: y - height / 2, y1: y + height / 2, x, y, far: gap > 5 };
      })).find((candidate) => candidate.x0 >= box.x0 && candidate.x1 <= box.x1 && candidate.y0 >= box.y0 && candidate.y1 <= box.y1
        && !taken.some((other) => overlap(candidate, other)));
      if (place) {
        taken.push(place);
        placed.push({ ...point, place });
      }
    }
    return placed;
  };
})();
