<?php
/**
 * Who a request is by its Authorization header, as Extension:OAuth decides it: `Bearer …` (OAuth 2) or `OAuth …` (1.0a,
 * verified in signature.php). There is no cookie, and a session is the same one whenever the same consumer comes again,
 * which is what CSRF tokens need. The consumers are those of consumers.ts. Scenario `oauth`.
 *
 * @see https://www.mediawiki.org/wiki/OAuth/For_Developers
 */
use MediaWiki\MediaWikiServices;
use MediaWiki\Session\ImmutableSessionProviderWithCookie;
use MediaWiki\Session\SessionInfo;
use MediaWiki\Session\UserInfo;

class WikilitBearer extends ImmutableSessionProviderWithCookie {

	/** @inheritDoc */
	public function provideSessionInfo( $request ) {
		$header = (string)$request->getHeader( 'Authorization' );
		$signed = str_starts_with( $header, 'OAuth ' );
		if ( !$signed && !str_starts_with( $header, 'Bearer' ) ) {
			return null;
		}
		if ( !defined( 'MW_API' ) && !defined( 'MW_REST_API' ) ) {
			return $this->refuse( 'mwoauth-not-api' );
		}
		$known = json_decode( file_get_contents( getenv( 'WIKILIT_DATA' ) . '/oauth.json' ), true );
		try {
			[ $user, $grant ] = $signed
				? WikilitSignature::verify( $header, $known['signing'] )
				: $this->ofToken( trim( substr( $header, strlen( 'Bearer' ) ) ), $known );
		} catch ( WikilitRefusal $refusal ) {
			return $this->refuse( 'mwoauth-invalid-authorization', $refusal->getMessage() );
		}
		return new SessionInfo( SessionInfo::MAX_PRIORITY, [
			'provider' => $this,
			'id' => $this->hashToSessionId( implode( "\n", [ $user, $grant ] ) ),
			'userInfo' => UserInfo::newFromName( $user, true ),
			'persisted' => false,
			'forceUse' => true,
		] );
	}

	/** A token of unknown origin, an expired and a revoked one are told apart by none of the extension's answers. */
	private function ofToken( string $token, array $known ): array {
		if ( isset( $known['bearer'][$token] ) ) {
			return [ $known['bearer'][$token], $token ];
		}
		$said = isset( $known['introspect'] ) ? $this->introspect( $known['introspect'], $token ) : [];
		if ( !( $said['active'] ?? false ) ) {
			throw new WikilitRefusal( 'Invalid access token' );
		}
		return [ $said['username'], $said['client_id'] ];
	}

	/** Asks the authorization server of auth-server.ts. */
	private function introspect( string $address, string $token ): array {
		$context = stream_context_create( [ 'http' => [
			'method' => 'POST',
			'header' => 'Content-Type: application/x-www-form-urlencoded',
			'content' => http_build_query( [ 'token' => $token ] ),
			'timeout' => 10,
		] ] );
		return json_decode( file_get_contents( $address, false, $context ), true );
	}

	/**
	 * Too early for an error: the session becomes nobody's, and whoever answers the request says it. rest.php says
	 * nothing before MediaWiki 1.44 has a hook for it (T252591); what it says then is in crossorigin.php.
	 */
	private function refuse( string $key, string ...$params ): SessionInfo {
		$hooks = MediaWikiServices::getInstance()->getHookContainer();
		if ( defined( 'MW_API' ) ) {
			$hooks->register( 'ApiBeforeMain', static function () use ( $key, $params ) {
				throw ApiUsageException::newWithMessage( null, wfMessage( $key, $params ) );
			} );
		} elseif ( defined( 'MW_REST_API' ) ) {
			$hooks->run( 'WikilitRestRefused', [ $key, $params ] );
		} else {
			$hooks->register( 'BeforeInitialize', static function () use ( $key, $params ) {
				RequestContext::getMain()->getOutput()->setStatusCode( 400 );
				throw new ErrorPageError( 'errorpagetitle', wfMessage( $key, $params ) );
			} );
		}
		return new SessionInfo( SessionInfo::MAX_PRIORITY, [
			'provider' => $this,
			'id' => $this->hashToSessionId( 'bogus' ),
			'userInfo' => UserInfo::newAnonymous(),
			'persisted' => false,
		] );
	}

	/** No page can make a browser add the header, so nobody's page can write in a user's name. */
	public function safeAgainstCsrf() {
		return true;
	}

	/** @inheritDoc */
	public function getVaryHeaders() {
		return [ 'Authorization' => null ];
	}

	/** @inheritDoc */
	public function preventSessionsForUser( $username ) {
		// The consumers are a fixed table.
	}
}

/** The reason, as it stands in the error. */
class WikilitRefusal extends RuntimeException {
}
