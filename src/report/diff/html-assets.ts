/** Style and script of the HTML changelog: light and dark by the reader's setting, printable, no request anywhere. */
export const STYLE = `
:root{color-scheme:light dark;--fg:#1c2127;--bg:#fff;--muted:#5b6570;--line:#d7dce1;--ins:#d7f5dd;--insfg:#0b4a1c;--del:#fde0de;--delfg:#7a1410;--moved:#e3ecfb;--material:#a3150d;--substantive:#7a5200;--editorial:#5b6570}
@media (prefers-color-scheme:dark){:root{--fg:#e6e9ec;--bg:#14181c;--muted:#9aa5b0;--line:#333b43;--ins:#12391f;--insfg:#a5e8b6;--del:#471814;--delfg:#ffc2bd;--moved:#1b2b45;--material:#ff8f86;--substantive:#e8bb5c;--editorial:#9aa5b0}}
*{box-sizing:border-box}body{margin:0 auto;max-width:78rem;padding:1rem;font:1rem/1.5 system-ui,sans-serif;color:var(--fg);background:var(--bg)}
h1{font-size:1.5rem;margin:0}h2{font-size:1.25rem;border-bottom:1px solid var(--line)}h3 small{font-weight:400;color:var(--muted)}
.material{--c:var(--material)}.substantive{--c:var(--substantive)}.editorial{--c:var(--editorial)}h3{color:var(--c)}
li{margin:.6rem 0;padding-left:.6rem;border-left:3px solid var(--c)}li p{margin:.1rem 0}.meta,.counts{color:var(--muted);font-size:.9rem}
blockquote{margin:.3rem 0;padding:.3rem .6rem;border:1px solid var(--line);border-radius:4px;white-space:pre-line;overflow-wrap:anywhere}
a{color:inherit}ins{background:var(--ins);color:var(--insfg);text-decoration:underline}del{background:var(--del);color:var(--delfg)}
table{width:100%;border-collapse:collapse;table-layout:fixed}td,th{vertical-align:top;text-align:left;padding:.25rem .5rem;border-bottom:1px solid var(--line);white-space:pre-line;overflow-wrap:anywhere}
tr.moved td{background:var(--moved)}.side .both{display:none}.inline .before,.inline .after,.inline th{display:none}
.h1,.h2{font-size:1.15rem}.to{float:right;text-decoration:none}nav a{margin-right:1rem}:target{outline:2px solid var(--c,currentColor)}
@media print{.switch,nav,.to{display:none}body{max-width:none;padding:0}tr,li{break-inside:avoid}}
@media (max-width:40rem){.side .before,.side .after,.side th{display:none}.side .both{display:table-cell}}
`;

export const SCRIPT = `
for(const input of document.querySelectorAll('input[name=view]'))input.addEventListener('change',()=>{document.querySelector('table').className=input.value});
`;
