// Chromium's tools for developers, spoken to beside the driver: they hear a page that the driver would wait for.

// Attached to the window that the driver is in, whichever is the first. `hear` is given every event.
export async function devtools(driver, hear) {
  const connection = await driver.createCDPConnection("page");
  const socket = driver._cdpWsConnection;
  const { result } = await connection.send("Target.attachToTarget", {
    targetId: await driver.getWindowHandle(), flatten: true,
  });
  connection.sessionId = result.sessionId;
  socket.on("message", data => {
    const { method, params, sessionId } = JSON.parse(data);
    if (method && sessionId === result.sessionId) hear(method, params);
  });
  const send = async (method, params = {}) => (await connection.send(method, params)).result;
  return { send, end: () => socket.close() };
}
