// Draws the charts of a page. Every number is also in the table below its chart; without this
// script, or without charts, nothing is missing but the picture.
(function () {
  'use strict';
  const looks = {
    ACTIVE: ['#0b5cad', {symbol: 'rect', rotation: Math.PI / 4, dashArrayX: [1, 0], dashArrayY: [3, 4]}],
    KNOWN: ['#9fbfe0', {symbol: 'none'}],
    ALIVE: ['#1d8a4e', {symbol: 'none'}],
    FADING: ['#c67a00', {symbol: 'circle', symbolSize: 0.6}],
    GHOST_SHIP: ['#b3242b', {symbol: 'rect', rotation: -Math.PI / 4, dashArrayX: [1, 0], dashArrayY: [2, 4]}],
    ORPHANED: ['#7a2e8a', {symbol: 'triangle', symbolSize: 0.6}],
    NOT_OBSERVED: ['#8694a6', {symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [1, 5]}],
    GRANTED: ['#1d8a4e', {symbol: 'none'}],
    REFUSED: ['#b3242b', {symbol: 'rect', rotation: -Math.PI / 4, dashArrayX: [1, 0], dashArrayY: [2, 4]}],
    ASKED: ['#9fbfe0', {symbol: 'none'}]
  };
  function bars(box) {
    const data = JSON.parse(box.dataset.bars);
    const upright = box.dataset.upright === 'true';
    const names = {type: 'category', data: data.labels, axisTick: {show: false}, inverse: !upright,
      axisLabel: {color: '#4f5e72', width: 150, overflow: 'truncate'}};
    const numbers = {type: 'value', minInterval: 1, axisLabel: {color: '#4f5e72',
      formatter: v => v.toLocaleString(document.documentElement.lang)}, splitLine: {lineStyle: {color: '#e3e8ee'}}};
    if (!upright) box.style.height = Math.max(180, 70 + data.labels.length * (data.stacked ? 26 : 34)) + 'px';
    const chart = echarts.init(box, null, {renderer: 'svg'});
    chart.setOption({
      animation: false,
      aria: {enabled: true, label: {enabled: false}, decal: {show: true, decals: data.series.map(s => (looks[s.look] || looks.KNOWN)[1])}},
      color: data.series.map(s => (looks[s.look] || looks.KNOWN)[0]),
      textStyle: {fontFamily: '"Noto Sans",system-ui,sans-serif'},
      legend: {top: 0, left: 0, itemWidth: 22, textStyle: {color: '#16202b'}},
      grid: {left: 8, right: 24, top: 36, bottom: 6, containLabel: true},
      tooltip: {trigger: 'axis', axisPointer: {type: 'shadow'}},
      xAxis: upright ? names : numbers, yAxis: upright ? numbers : names,
      series: data.series.map(s => ({name: s.name, type: 'bar', stack: data.stacked ? 'all' : undefined,
        barMaxWidth: 20, data: s.data}))
    });
    addEventListener('resize', () => chart.resize());
  }
  // Keys of a page: each presses the button or follows the link that names it. Never while somebody
  // writes, and only as long as they are switched on (WCAG 2.1.4).
  const SWITCH = 'masterplan.keys';
  function keys() {
    const box = document.getElementById('keys-on');
    if (!box) return;
    box.checked = localStorage.getItem(SWITCH) !== 'off';
    box.addEventListener('change', () => localStorage.setItem(SWITCH, box.checked ? 'on' : 'off'));
  }
  function pressed(event) {
    const writing = event.target.closest('input:not([type=checkbox]),select,textarea');
    if (writing || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    if (localStorage.getItem(SWITCH) === 'off') return;
    const wanted = [...document.querySelectorAll('[data-key]')].find(e => e.dataset.key === event.key);
    if (wanted) {
      event.preventDefault();
      wanted.click();
    }
  }
  function draw() {
    keys();
    document.addEventListener('keydown', pressed);
    if (window.echarts) document.querySelectorAll('[data-bars]').forEach(bars);
    const told = document.querySelector('#refused, #conflict');
    if (told) told.focus();
  }
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', draw); else draw();
}());
