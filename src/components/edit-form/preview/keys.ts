/** MediaWiki's own messages that the preview uses; they can come with the opening of the form. */
export const previewMessageKeys: readonly string[] = ['preview', 'previewerrortext', 'previewnote', 'showpreview', 'summary-preview'];
