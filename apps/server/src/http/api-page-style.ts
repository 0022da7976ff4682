/** How the API's page looks: paper and ink as in the app, whose files have names that change with every build. */
export const apiPageStyle = `
:root { color-scheme: light dark; --paper: light-dark(#fbfaf7, #16181b); --panel: light-dark(#f1efea, #1f2226);
  --ink: light-dark(#1d1f21, #e8e6e1); --faint: light-dark(#5b5f66, #989da1); --rule: light-dark(#dedbd3, #31353a); }
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 15px/24px system-ui, sans-serif; }
body { margin: 0 auto; max-inline-size: 860px; padding: 24px 16px 64px; }
h1 { font: 600 30px/40px Georgia, serif; margin: 8px 0; }
h2 { font: 600 20px/28px Georgia, serif; margin: 40px 0 8px; border-block-end: 1px solid var(--ink); scroll-margin-block-start: 12px; }
p { margin: 8px 0; }
a { color: inherit; text-underline-offset: 3px; }
nav ul { display: flex; flex-wrap: wrap; gap: 4px 16px; padding: 0; margin: 16px 0 0; list-style: none; }
nav a { display: inline-block; min-block-size: 24px; }
code { font: 13px/20px ui-monospace, monospace; overflow-wrap: anywhere; }
details { border-block-end: 1px solid var(--rule); padding-block: 4px; }
summary { padding-block: 6px; cursor: pointer; }
summary span { display: block; color: var(--faint); padding-inline-start: 16px; }
.method { font-weight: 700; }
.who { font-weight: 500; }
.who::before { content: 'Who may: '; color: var(--faint); font-weight: 400; }
table { inline-size: 100%; border-collapse: collapse; margin: 8px 0 16px; }
caption { text-align: start; font-weight: 600; }
th, td { text-align: start; vertical-align: top; padding: 4px 12px 4px 0; border-block-end: 1px solid var(--rule); font-weight: 400; overflow-wrap: anywhere; }
th { inline-size: 34%; }
:focus-visible { outline: 2px solid var(--ink); outline-offset: 2px; }
@media print { details > * { display: block; } }
`
