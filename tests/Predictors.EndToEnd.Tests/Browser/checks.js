/** What is wrong with the look of the page, as far as it can be computed: a list of sentences. */
(() => {
  const problems = [];
  const say = (problem) => problems.push(problem);
  const name = (element) => `${element.tagName.toLowerCase()} "${(element.textContent ?? '').trim().slice(0, 40)}"`;
  const seen = (element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden';

  // Colours as [r, g, b, alpha].
  const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const luminance = (colour) => {
    const [r, g, b] = colour.map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a, b) => {
    const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (high + 0.05) / (low + 0.05);
  };
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = rgba(getComputedStyle(at).backgroundColor);
      if (colour[3] > 0.99) {
        return colour;
      }
    }
    return [255, 255, 255, 1];
  };

  if (document.documentElement.scrollWidth > innerWidth) {
    say(`the page is ${document.documentElement.scrollWidth} px wide in a window of ${innerWidth}`);
  }

  // Text of the page itself.
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const element = words.currentNode.parentElement;
    if (words.currentNode.data.trim() && !element.closest('svg, script, style, noscript, option') && seen(element)) {
      const ratio = contrast(rgba(getComputedStyle(element).color), behind(element));
      if (ratio < 4.5) {
        say(`contrast ${ratio.toFixed(2)} of ${name(element)}`);
      }
      const box = element.getBoundingClientRect();
      if (!element.closest('.scroll, pre, caption, .skip') && (box.left < -1 || box.right > innerWidth + 1)) {
        say(`${name(element)} is cut by the window's edge`);
      }
    }
  }

  // Text inside pictures: of enough contrast, inside its picture, and not on top of other text.
  for (const chart of document.querySelectorAll('.chart')) {
    const label = chart.getAttribute('aria-label') ?? '';
    const frame = chart.getBoundingClientRect();
    const texts = [...chart.querySelectorAll('svg text')].filter((text) => text.textContent.trim() && !text.closest('defs'));
    if (!chart.querySelector('svg, canvas')) {
      say(`nothing is drawn in ${label}`);
    }
    for (const text of texts) {
      const ratio = contrast(rgba(getComputedStyle(text).fill), behind(chart));
      if (ratio < 4.5) {
        say(`contrast ${ratio.toFixed(2)} of "${text.textContent}" in ${label}`);
      }
      const box = text.getBoundingClientRect();
      if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1) {
        say(`"${text.textContent}" is cut in ${label}`);
      }
    }
    texts.forEach((text, i) => {
      const a = text.getBoundingClientRect();
      for (const other of texts.slice(0, i)) {
        const b = other.getBoundingClientRect();
        if (a.left < b.right - 1.5 && b.left < a.right - 1.5 && a.top < b.bottom - 2.5 && b.top < a.bottom - 2.5) {
          say(`"${text.textContent}" and "${other.textContent}" overlap in ${label}`);
        }
      }
    });
  }

  // Everything that can be used can be reached by keyboard and has a name.
  for (const control of document.querySelectorAll('button, select, input, summary, a[href], .chart')) {
    if (seen(control) && control.tabIndex < 0) {
      say(`${name(control)} can't be reached by keyboard`);
    }
    const label = control.getAttribute('aria-label') || control.textContent || (control.labels?.[0]?.textContent ?? '');
    if (!label.trim()) {
      say(`${name(control)} has no name`);
    }
  }
  return problems;
})()
