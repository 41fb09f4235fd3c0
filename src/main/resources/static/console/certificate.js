// A certificate's file goes to the gateway as it is, which says whether it is one of the two it issued.
(() => {
    "use strict";
    const form = document.querySelector(".drop");
    const input = form.querySelector("input[type=file]");
    const answer = document.getElementById("likeness");

    const say = text => {
        const told = document.createElement("p");
        told.className = "notice bad";
        told.textContent = text;
        answer.replaceChildren(told);
    };

    const compare = async file => {
        if (file.size > Number(form.dataset.most)) {
            say(form.dataset.tooLarge);
            return;
        }
        try {
            const told = await fetch(form.action, {
                method: "POST",
                body: file,
                headers: {"Content-Type": "application/octet-stream"},
            });
            if (!told.ok) {
                throw new Error(told.status);
            }
            answer.innerHTML = await told.text();
        } catch {
            say(form.dataset.failed);
        }
    };

    input.disabled = false;
    input.addEventListener("change", () => input.files.length && compare(input.files[0]));
    for (const kind of ["dragover", "dragleave", "drop"]) {
        form.addEventListener(kind, event => {
            event.preventDefault();
            form.classList.toggle("over", kind === "dragover");
        });
    }
    form.addEventListener("drop", event => {
        const [file] = event.dataTransfer.files;
        if (file) {
            input.value = "";
            compare(file);
        }
    });
})();
