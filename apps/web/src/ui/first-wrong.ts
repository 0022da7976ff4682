/** After a form was refused, the first field that is wrong has the focus: its reason is read out with it. */
export function focusFirstWrong(form: HTMLFormElement): void {
  // The reasons appear with the next paint.
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
}
