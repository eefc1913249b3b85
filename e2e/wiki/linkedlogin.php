<?php
/**
 * A way in through "another site" (other-site.php), as PluggableAuth and its kin have one: a button, a redirect to that
 * site, and back with a code. It links accounts and never makes one. The links are a file among the wiki's data, so that
 * a reset brings the first one back. Scenario `linkedlogin`.
 *
 * @see https://www.mediawiki.org/wiki/Manual:SessionManager_and_AuthManager/AuthManager
 */
use MediaWiki\Auth\AbstractPrimaryAuthenticationProvider;
use MediaWiki\Auth\AuthenticationRequest;
use MediaWiki\Auth\AuthenticationResponse;
use MediaWiki\Auth\AuthManager;
use MediaWiki\Auth\ButtonAuthenticationRequest;

class WikilitOtherSite extends AbstractPrimaryAuthenticationProvider {

	private const BUTTON = 'othersite';

	/** Account there → user here, where nobody has linked or unlinked anything yet. */
	private const FIRST_LINKS = [ 'olga.other' => 'Olga' ];

	/** @inheritDoc */
	public function accountCreationType() {
		return self::TYPE_LINK;
	}

	/** @inheritDoc */
	public function getAuthenticationRequests( $action, array $options ) {
		$account = self::accountOf( $options['username'] ?? '' );
		if ( $action === AuthManager::ACTION_REMOVE && $account !== null ) {
			return [ new WikilitOtherSiteLink( $account ) ];
		}
		return $action === AuthManager::ACTION_LOGIN || ( $action === AuthManager::ACTION_LINK && $account === null )
			? [ new ButtonAuthenticationRequest( self::BUTTON, wfMessage( 'othersite-button' ), wfMessage( 'othersite-help' ) ) ] : [];
	}

	/** @inheritDoc */
	public function beginPrimaryAuthentication( array $reqs ) {
		$button = ButtonAuthenticationRequest::getRequestByName( $reqs, self::BUTTON );
		if ( $button === null ) {
			return AuthenticationResponse::newAbstain();
		}
		// The same door under its other name, which is another site to a browser.
		$server = strtr( $GLOBALS['wgServer'], [ '127.0.0.1' => 'localhost', 'localhost' => '127.0.0.1' ] );
		$target = "$server/other-site?" . http_build_query( [ 'returnto' => $button->returnToUrl ] );
		return AuthenticationResponse::newRedirect( [ new WikilitOtherSiteAnswer() ], $target );
	}

	/** @inheritDoc */
	public function continuePrimaryAuthentication( array $reqs ) {
		$account = self::accountIn( $reqs );
		// Passed without a user is what AuthManager makes a RESTART of.
		return $account === null
			? AuthenticationResponse::newFail( wfMessage( 'othersite-denied' ) )
			: AuthenticationResponse::newPass( self::links()[$account] ?? null );
	}

	public function beginPrimaryAccountLink( $user, array $reqs ) {
		return $this->beginPrimaryAuthentication( $reqs );
	}

	/** @inheritDoc */
	public function continuePrimaryAccountLink( $user, array $reqs ) {
		$account = self::accountIn( $reqs );
		$links = self::links();
		if ( $account === null || isset( $links[$account] ) ) {
			return AuthenticationResponse::newFail( wfMessage( $account === null ? 'othersite-denied' : 'othersite-taken' ) );
		}
		self::save( [ $account => $user->getName() ] + $links );
		return AuthenticationResponse::newPass();
	}

	/** @inheritDoc */
	public function providerAllowsAuthenticationDataChange( AuthenticationRequest $req, $checkData = true ) {
		return $this->removes( $req ) ? StatusValue::newGood() : StatusValue::newGood( 'ignored' );
	}

	/** @inheritDoc */
	public function providerChangeAuthenticationData( AuthenticationRequest $req ) {
		if ( $this->removes( $req ) ) {
			self::save( array_diff( self::links(), [ $req->username ] ) );
		}
	}

	/** @inheritDoc */
	public function testUserExists( $username, $flags = 0 ) {
		return self::accountOf( $username ) !== null;
	}

	public function beginPrimaryAccountCreation( $user, $creator, array $reqs ) {
		return AuthenticationResponse::newAbstain();
	}

	private function removes( AuthenticationRequest $req ): bool {
		return $req instanceof WikilitOtherSiteLink && $req->action === AuthManager::ACTION_REMOVE;
	}

	/** Whose code came back. */
	private static function accountIn( array $reqs ): ?string {
		$answer = AuthenticationRequest::getRequestByClass( $reqs, WikilitOtherSiteAnswer::class );
		return preg_match( '/^code-of-(\w+\.other)$/', $answer->code ?? '', $found ) ? $found[1] : null;
	}

	private static function accountOf( string $username ): ?string {
		return array_search( $username, self::links(), true ) ?: null;
	}

	private static function links(): array {
		$file = getenv( 'WIKILIT_DATA' ) . '/data/othersite.json';
		return is_file( $file ) ? json_decode( file_get_contents( $file ), true ) : self::FIRST_LINKS;
	}

	private static function save( array $links ): void {
		file_put_contents( getenv( 'WIKILIT_DATA' ) . '/data/othersite.json', json_encode( $links ), LOCK_EX );
	}
}

/** What the other site sent the browser back with. */
class WikilitOtherSiteAnswer extends AuthenticationRequest {
	public ?string $code = null;

	/** @inheritDoc */
	public function getFieldInfo() {
		$field = [ 'type' => 'string', 'label' => wfMessage( 'othersite-button' ), 'help' => wfMessage( 'othersite-help' ), 'optional' => true ];
		return [ 'code' => $field, 'error' => $field ];
	}

	/** One of the two comes back, where core would ask for both. */
	public function loadFromSubmission( array $data ) {
		$this->code = $data['code'] ?? null;
		return isset( $data['code'] ) || isset( $data['error'] );
	}
}

/** A link, for taking it away. */
class WikilitOtherSiteLink extends AuthenticationRequest {
	public function __construct( private string $account ) {
	}

	/** @inheritDoc */
	public function getFieldInfo() {
		return [];
	}

	/** @inheritDoc */
	public function describeCredentials() {
		return [ 'provider' => wfMessage( 'othersite-button' ), 'account' => wfMessage( 'othersite-account', $this->account ) ];
	}
}
