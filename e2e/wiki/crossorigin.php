<?php
/**
 * What MediaWiki 1.44 added for pages of any origin that bring their credentials in a header: api.php's parameter
 * `crossorigin`. Scenario `crossorigin`.
 *
 * @see https://www.mediawiki.org/wiki/API:Cross-site_requests
 */
class WikilitCrossOriginApi extends ApiMain {

	/** @inheritDoc */
	public function getAllowedParams() {
		return parent::getAllowedParams() + [ 'crossorigin' => false ];
	}

	/** The user is taken away where the browser may have added the credentials by itself. */
	public function lacksSameOriginSecurity() {
		return parent::lacksSameOriginSecurity() || ( $this->getRequest()->getCheck( 'crossorigin' ) && !$this->provider()->safeAgainstCsrf() );
	}

	/** @inheritDoc */
	protected function handleCORS() {
		if ( !$this->getParameter( 'crossorigin' ) ) {
			return parent::handleCORS();
		}
		$request = $this->getRequest();
		$preflight = $request->getMethod() === 'OPTIONS' && $request->getHeader( 'Access-Control-Request-Method' ) !== false;
		if ( $this->getParameter( 'origin' ) !== null ) {
			return $this->forbid( "'origin' and 'crossorigin' parameters cannot be used together" );
		}
		// A preflight never has credentials, so it cannot say what the request will have.
		if ( !$preflight && !$this->provider()->safeAgainstCsrf() ) {
			$english = MediaWiki\MediaWikiServices::getInstance()->getLanguageFactory()->getLanguage( 'en' );
			return $this->forbid( "'crossorigin' cannot be used with " . $this->provider()->describe( $english ) );
		}
		$response = $request->response();
		if ( $preflight ) {
			$wanted = $request->getHeader( 'Access-Control-Request-Headers' );
			if ( $wanted !== false ) {
				if ( !self::matchRequestedHeaders( $wanted, $this->getConfig()->get( 'AllowedCorsHeaders' ) ) ) {
					$response->header( 'MediaWiki-CORS-Rejection: Unsupported header requested in preflight' );
					return true;
				}
				$response->header( "Access-Control-Allow-Headers: $wanted" );
			}
			$response->header( 'Access-Control-Allow-Methods: POST, GET, HEAD' );
		} else {
			$response->header( 'Access-Control-Expose-Headers: MediaWiki-API-Error, Retry-After, X-Database-Lag, MediaWiki-Login-Suppressed' );
		}
		$response->header( 'Access-Control-Allow-Origin: *' );
		$response->header( 'Access-Control-Allow-Credentials: false' );
		return true;
	}

	private function forbid( string $why ): bool {
		$this->getRequest()->response()->statusHeader( 403 );
		$this->getRequest()->response()->header( 'Cache-control: no-cache' );
		echo "$why\n";
		return false;
	}

	private function provider(): MediaWiki\Session\SessionProvider {
		return $this->getRequest()->getSession()->getProvider();
	}

	/**
	 * rest.php's answer to credentials that count for nothing. The hook it comes from in later versions is not in 1.43,
	 * so it is given before rest.php begins, with the header that $wgAllowCrossOrigin would add.
	 */
	public static function onWikilitRestRefused( string $key, array $params ): void {
		$GLOBALS['wgExtensionFunctions'][] = static function () use ( $key, $params ) {
			http_response_code( 403 );
			header( 'Content-Type: application/json' );
			if ( $GLOBALS['wgAllowCrossOrigin'] ) {
				header( 'Access-Control-Allow-Origin: *' );
			}
			echo json_encode( [
				'errorKey' => $key,
				'messageTranslations' => [ 'en' => wfMessage( $key, $params )->inLanguage( 'en' )->text() ],
				'httpCode' => 403,
				'httpReason' => 'Forbidden',
			] );
			exit;
		};
	}
}
