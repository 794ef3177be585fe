const rfc = /RFC (\d+)(?: §(\d+(?:\.\d+)*))?/g;

/** A source in words, with links to the RFCs it names. */
export function References({ source }: { readonly source: string }) {
  const parts = [];
  let at = 0;
  for (const match of source.matchAll(rfc)) {
    const [text, number, section] = match;
    parts.push(source.slice(at, match.index));
    const anchor = section ? `#section-${section}` : "";
    parts.push(
      <a
        key={at}
        href={`https://www.rfc-editor.org/rfc/rfc${number}${anchor}`}
        rel="noreferrer noopener"
        target="_blank"
      >
        {text}
      </a>,
    );
    at = (match.index ?? 0) + (text?.length ?? 0);
  }
  parts.push(source.slice(at));
  return <>{parts}</>;
}
