// A test in steps that build on one another: after one that fails, the rest would only say the same again.

export function steps(t) {
  let failed = null;
  return async (name, body) => {
    if (failed) return t.test(name, { skip: `after “${failed}”` });
    let passed = false;
    await t.test(name, async step => {
      await body(step);
      passed = true;
    });
    if (!passed) failed = name;
  };
}
