/** A dialog as gadgets make one with OOUI. What is here runs in a page of the wiki. */

interface Process {
  next(step: () => void): Process;
}

interface Widget {
  readonly $element: object;
}

interface TextWidget extends Widget {
  setValue(text: string): void;
  focus(): void;
}

interface ProcessDialog {
  readonly $body: {append(...elements: readonly object[]): void};
  initialize(): void;
  getSetupProcess(data: object): Process;
  getReadyProcess(data: object): Process;
}

/** The part of OOUI that is used. */
interface Ooui {
  readonly ProcessDialog: (new (config: object) => ProcessDialog) & {readonly static: object};
  readonly WindowManager: new () => Widget & {addWindows(windows: readonly object[]): void; openWindow(window: object, data: object): void};
  readonly PanelLayout: new (config: object) => Widget & {readonly $element: {append(...elements: readonly object[]): void}};
  readonly FieldLayout: new (widget: Widget, config: object) => Widget;
  readonly MultilineTextInputWidget: new (config: object) => TextWidget;
  readonly TextInputWidget: new () => TextWidget;
  readonly CheckboxInputWidget: new () => Widget;
}

interface Answer {
  readonly query: {readonly pages: readonly [{readonly revisions: readonly [{readonly slots: {readonly main: {readonly content: string}}}]}]};
}

interface InPage {
  readonly mw: {
    readonly loader: {using(modules: readonly string[]): Promise<unknown>};
    readonly Api: new () => {get(params: object): Promise<Answer>};
  };
  readonly OO: {readonly ui: Ooui};
  readonly $: (selector: string) => {append(element: object): void};
}

export interface OouiGadget {
  /** What the form asks the wiki, by name. */
  readonly question: Readonly<Record<string, string>>;
  /** Whether it is asked while the modules are on their way, which needs `mediawiki.api` to be there already. */
  readonly early: boolean;
}

/** Opens the dialog at each click on this link. */
export function installOoui({question, early}: OouiGadget): void {
  const {mw} = globalThis as unknown as InPage;
  const modules = ['oojs-ui-core', 'oojs-ui-widgets', 'oojs-ui-windows', 'mediawiki.api'];
  const ask = (): Promise<Answer> => new mw.Api().get(question);

  const open = (answer: Answer): void => {
    const {OO, $} = globalThis as unknown as InPage;
    class EditDialog extends OO.ui.ProcessDialog {
      static override readonly static = Object.assign(Object.create(OO.ui.ProcessDialog.static) as object, {
        name: 'edit',
        title: 'Edit',
        actions: [
          {action: 'save', label: 'Save changes', flags: ['primary', 'progressive']},
          {label: 'Cancel', flags: ['safe', 'close']},
          {action: 'preview', label: 'Show preview'},
        ],
      });
      private text: TextWidget | undefined;

      override initialize(): void {
        super.initialize();
        const panel = new OO.ui.PanelLayout({padded: true, expanded: false});
        this.text = new OO.ui.MultilineTextInputWidget({rows: 16});
        panel.$element.append(
          new OO.ui.FieldLayout(this.text, {label: 'Text', align: 'top'}).$element,
          new OO.ui.FieldLayout(new OO.ui.TextInputWidget(), {label: 'Summary', align: 'top'}).$element,
          new OO.ui.FieldLayout(new OO.ui.CheckboxInputWidget(), {label: 'This is a minor edit', align: 'inline'}).$element,
          new OO.ui.FieldLayout(new OO.ui.CheckboxInputWidget(), {label: 'Watch this page', align: 'inline'}).$element,
        );
        this.$body.append(panel.$element);
      }

      override getSetupProcess(data: {readonly content: string}): Process {
        return super.getSetupProcess(data).next(() => this.text?.setValue(data.content));
      }

      override getReadyProcess(data: object): Process {
        return super.getReadyProcess(data).next(() => this.text?.focus());
      }
    }
    const manager = new OO.ui.WindowManager();
    $('body').append(manager.$element);
    const dialog = new EditDialog({size: 'larger'});
    manager.addWindows([dialog]);
    manager.openWindow(dialog, answer.query.pages[0].revisions[0].slots.main);
  };

  document.querySelector('#ca-edit-here')?.addEventListener('click', (event) => {
    event.preventDefault();
    const asked = early ? ask() : undefined;
    void mw.loader.using(modules).then(async () => open(await (asked ?? ask())));
  });
}
