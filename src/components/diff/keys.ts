/** MediaWiki's own messages that the element uses; they come with the texts. */
export const wikiMessageKeys: readonly string[] = ['contribslink', 'diff-empty', 'diff-multi-otherusers', 'diff-multi-sameuser', 'editundo', 'markaspatrolleddiff', 'minoreditletter', 'nextdiff', 'previousdiff', 'rev-deleted-comment', 'rev-deleted-user', 'rollbacklink', 'talkpagelinktext', 'thanks-button-thank'];
