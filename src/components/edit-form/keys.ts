/** MediaWiki's own messages that the form uses; they come with the opening. */
export const wikiMessageKeys: readonly string[] = ['cancel', 'creating', 'editing', 'editingcomment', 'login', 'minoredit', 'preview', 'previewerrortext', 'previewnote', 'savearticle', 'savechanges', 'subject', 'summary', 'summary-preview', 'viewsource-title', 'watchthis'];
