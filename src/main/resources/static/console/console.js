// What pages do beyond showing: times that go on, JSON in colours, copying, and saying when the gateway is away.
(() => {
    "use strict";
    const words = document.body.dataset;
    const skew = Number(words.now) - Date.now();
    const spans = [["days", 86400], ["hours", 3600], ["minutes", 60], ["seconds", 1]];

    const ago = at => {
        const seconds = Math.max(0, Math.floor((Date.now() + skew - at) / 1000));
        const [unit, size] = spans.find(([, size]) => seconds >= size) ?? spans.at(-1);
        return words["ago" + unit[0].toUpperCase() + unit.slice(1)].replace("{0}", Math.floor(seconds / size));
    };

    const tick = () => document.querySelectorAll("[data-ago]").forEach(time => {
        const text = ago(Number(time.dataset.ago));
        if (time.textContent !== text) {
            time.textContent = text;
        }
    });

    const token = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
    const tone = (text, key) => key ? "j-key" : text?.includes("**") ? "j-masked" : text ? "j-text" : "j-word";

    const colour = code => {
        const source = code.textContent;
        const parts = [];
        let end = 0;
        for (const found of source.matchAll(token)) {
            const [whole, text, colon] = found;
            const span = document.createElement("span");
            span.className = tone(text, colon);
            span.textContent = text ?? whole;
            parts.push(source.slice(end, found.index), span, colon ?? "");
            end = found.index + whole.length;
        }
        code.replaceChildren(...parts, source.slice(end));
    };

    const copy = async button => {
        const answer = await fetch(button.dataset.copy);
        await navigator.clipboard.writeText(await answer.text());
        const before = button.textContent;
        button.textContent = words.copied;
        setTimeout(() => { button.textContent = before; }, 1500);
    };

    document.querySelectorAll(".code.json").forEach(colour);
    document.querySelectorAll(".timeline .here").forEach(step => {
        step.parentElement.scrollTop = step.offsetTop - step.parentElement.offsetTop - 60;
    });
    document.addEventListener("click", event => {
        const button = event.target.closest("[data-copy]");
        if (button) {
            copy(button);
        }
    });
    setInterval(tick, 1000);

    // Nobody looks: nothing is asked. Empty fields of the filter stay out of the address.
    document.addEventListener("htmx:beforeRequest", event => {
        if (document.hidden && event.detail.requestConfig.triggeringEvent === undefined) {
            event.preventDefault();
        }
    });
    document.addEventListener("htmx:configRequest", event => {
        const asked = event.detail.parameters;
        Object.keys(asked).filter(name => asked[name] === "").forEach(name => delete asked[name]);
    });
    document.addEventListener("htmx:afterRequest", event =>
        document.body.classList.toggle("away", !event.detail.successful));
    document.addEventListener("htmx:afterSwap", () => {
        tick();
        const said = document.querySelector("[data-announce]")?.dataset.announce;
        const announcer = document.getElementById("announcer");
        if (announcer && said && announcer.textContent !== said) {
            announcer.textContent = said;
        }
    });
})();
