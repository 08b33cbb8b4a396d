import { useEffect, useMemo, useState } from "react";
import { APP_VERSION } from "../../storage/app-version.ts";
import { Page } from "../../ui/page.tsx";
import type { PageTab } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import "./updates.css";

interface PackageLicence {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
}

/** What the app is, and the licences of everything that is in it. */
export function AboutPage({ tabs }: { readonly tabs: readonly PageTab[] }) {
  const words = useWords();
  const licences = useLicences();
  return (
    <Page tabs={tabs} activeTab="about">
      <section className="vault-card about-own">
        <h2>{words.text("vault.about.own")}</h2>
        <dl className="vault-facts">
          <div>
            <dt>{words.text("vault.about.version")}</dt>
            <dd>{APP_VERSION}</dd>
          </div>
          <div>
            <dt>{words.text("vault.about.licence")}</dt>
            <dd>MIT</dd>
          </div>
        </dl>
        <p className="vault-quiet">{words.text("vault.about.text")}</p>
      </section>
      {licences === "missing" ? (
        <p className="tone-at-risk">● {words.text("vault.about.missing")}</p>
      ) : (
        licences && <Licences licences={licences} />
      )}
    </Page>
  );
}

function Licences({ licences }: { readonly licences: readonly PackageLicence[] }) {
  const words = useWords();
  const [text, setText] = useState("");
  const found = useMemo(() => {
    const wanted = text.trim().toLowerCase();
    return licences.filter((one) => `${one.name} ${one.licence}`.toLowerCase().includes(wanted));
  }, [licences, text]);
  return (
    <section className="vault-card">
      <div className="about-head">
        <div>
          <h2>{words.text("vault.about.licences")}</h2>
          <p className="vault-quiet">{words.text("vault.about.licences-hint", { count: licences.length })}</p>
        </div>
        <input
          type="search"
          className="vault-search"
          aria-label={words.text("vault.about.search")}
          placeholder={words.text("vault.about.search")}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      {found.length === 0 && <p className="vault-quiet">{words.text("vault.about.none")}</p>}
      <div>
        {found.map((one) => (
          <LicenceRow key={`${one.name} ${one.version}`} licence={one} />
        ))}
      </div>
      <p className="vault-quiet">{words.text("vault.about.chromium")}</p>
    </section>
  );
}

function LicenceRow({ licence: { name, version, licence, text } }: { readonly licence: PackageLicence }) {
  const words = useWords();
  return (
    <details className="about-package">
      <summary>
        <span>
          {name} <small>{version}</small>
        </span>
        <span>{licence}</span>
      </summary>
      <pre>{text === "" ? words.text("vault.about.no-text", { licence }) : text}</pre>
    </details>
  );
}

/** The list that the build wrote beside the page. `null` until it is there. */
function useLicences(): readonly PackageLicence[] | "missing" | null {
  const [licences, setLicences] = useState<readonly PackageLicence[] | "missing" | null>(null);
  useEffect(() => {
    let isHere = true;
    const show = (found: readonly PackageLicence[] | "missing") => void (isHere && setLicences(found));
    fetch("./licences.json")
      .then((response) => response.json() as Promise<readonly PackageLicence[]>)
      .then(show, () => show("missing"));
    return () => {
      isHere = false;
    };
  }, []);
  return licences;
}
