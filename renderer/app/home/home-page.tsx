import { useWords } from "../../ui/words-context.tsx";

export function HomePage() {
  const words = useWords();
  return <p>{words.text("app.home.needs")}</p>;
}
