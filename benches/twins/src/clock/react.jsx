// React: one state.

import { useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { LOOK, left, place } from "./clock.js";

const Clock = () => {
  const [now, look] = useState(left);
  useEffect(() => {
    const timer = setInterval(() => look(left()), LOOK);
    return () => clearInterval(timer);
  }, []);
  return now;
};

createRoot(place).render(<Clock />);
