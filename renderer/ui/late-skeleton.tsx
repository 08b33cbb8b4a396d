import { useEffect, useState } from "react";
import "./late-skeleton.css";

/** Grey lines where the page will stand, only when it takes longer than 200 ms. */
export function LateSkeleton() {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 200);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="skeleton" aria-busy="true">
      {late && Array.from({ length: 6 }, (_, index) => <i key={index} />)}
    </div>
  );
}
