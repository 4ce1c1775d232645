// Shows nothing: what is measured here is the price of measuring.

let tail = "";

window.contender = {
  push(_kind, text) {
    tail = (tail + text).slice(-600);
  },
  end() {},
  tail: () => tail,
  virtual: true,
};
