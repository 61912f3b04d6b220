// What the places look like comes with their module, and is here before anything of them is drawn.
let styles;
function styled(module) {
  styles ??= new Promise((read, failed) => {
    const sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = new URL("./@sheet@", import.meta.url);
    sheet.onload = read;
    sheet.onerror = () => {
      sheet.remove();
      // Whoever asks again is not given this failure.
      styles = undefined;
      failed(new Error(`${sheet.href} could not be loaded`));
    };
    document.head.append(sheet);
  });
  return Promise.all([module, styles]).then(([module]) => module);
}
