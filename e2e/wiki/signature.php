<?php
/**
 * A request signed by OAuth 1.0a, verified by the letter of RFC 5849, so that a client's mistake is not met by the same
 * one here. What is refused in which order and in which words is Extension:OAuth's.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5849#section-3.4
 */
class WikilitSignature {

	private const METHODS = [ 'HMAC-SHA1', 'RSA-SHA1' ];
	private const SECONDS = 300;

	/**
	 * @param string $header `OAuth name="value", …`
	 * @param array $consumers consumer token → its secrets
	 * @return string[] the user and what names the grant
	 * @throws WikilitRefusal
	 */
	public static function verify( string $header, array $consumers ): array {
		preg_match_all( '/([^\s=,]+)="([^"]*)"/', substr( $header, strlen( 'OAuth ' ) ), $found, PREG_SET_ORDER );
		$pairs = array_map( static fn ( $pair ) => [ rawurldecode( $pair[1] ), rawurldecode( $pair[2] ) ], $found );
		$given = array_column( $pairs, 1, 0 );
		$version = $given['oauth_version'] ?? '1.0';
		if ( $version !== '1.0' ) {
			throw new WikilitRefusal( "OAuth version '$version' not supported" );
		}
		$key = $given['oauth_consumer_key'] ?? '';
		if ( $key === '' ) {
			throw new WikilitRefusal( 'Invalid consumer key' );
		}
		$consumer = $consumers[$key] ?? null;
		if ( $consumer === null ) {
			throw new WikilitRefusal( 'Invalid consumer' );
		}
		if ( ( $given['oauth_token'] ?? '' ) !== $consumer['accessToken'] ) {
			throw new WikilitRefusal( 'No approved grant was found for that authorization token.' );
		}
		self::checkFresh( $given, $key );
		$method = $given['oauth_signature_method'] ?? '';
		if ( $method === '' ) {
			throw new WikilitRefusal( 'No signature method parameter. This parameter is required' );
		}
		if ( !in_array( $method, self::METHODS, true ) ) {
			throw new WikilitRefusal( "Signature method '$method' not supported try one of the following: " . implode( ', ', self::METHODS ) );
		}
		if ( !self::matches( $method, self::baseString( $pairs ), $given['oauth_signature'] ?? '', $consumer ) ) {
			throw new WikilitRefusal( 'Invalid signature' );
		}
		return [ $consumer['user'], $key ];
	}

	/** A nonce counts as used as soon as it came, even where the signature turns out to be wrong. */
	private static function checkFresh( array $given, string $key ): void {
		$timestamp = (int)( $given['oauth_timestamp'] ?? 0 );
		if ( $timestamp === 0 ) {
			throw new WikilitRefusal( 'Missing timestamp parameter. The parameter is required' );
		}
		$now = time();
		if ( abs( $now - $timestamp ) > self::SECONDS ) {
			throw new WikilitRefusal( "Expired timestamp, yours $timestamp, ours $now" );
		}
		$nonce = $given['oauth_nonce'] ?? '';
		if ( $nonce === '' ) {
			throw new WikilitRefusal( 'Missing nonce parameter. The parameter is required' );
		}
		$cache = ObjectCache::getLocalClusterInstance();
		if ( !$cache->add( $cache->makeKey( 'wikilit-nonce', $key, $given['oauth_token'], $nonce ), 1, $timestamp + self::SECONDS ) ) {
			throw new WikilitRefusal( "Nonce already used: $nonce" );
		}
	}

	/** @see https://www.rfc-editor.org/rfc/rfc5849#section-3.4.1 */
	private static function baseString( array $pairs ): string {
		[ $path, $query ] = explode( '?', $_SERVER['REQUEST_URI'], 2 ) + [ 1 => '' ];
		$pairs = array_filter( $pairs, static fn ( $pair ) => $pair[0] !== 'realm' && $pair[0] !== 'oauth_signature' );
		array_push( $pairs, ...self::form( $query ) );
		if ( str_starts_with( $_SERVER['CONTENT_TYPE'] ?? '', 'application/x-www-form-urlencoded' ) ) {
			array_push( $pairs, ...self::form( file_get_contents( 'php://input' ) ) );
		}
		$encoded = array_map( static fn ( $pair ) => array_map( 'rawurlencode', $pair ), $pairs );
		// By name, then by value, byte by byte.
		usort( $encoded, static fn ( $a, $b ) => strcmp( $a[0], $b[0] ) ?: strcmp( $a[1], $b[1] ) );
		$parameters = implode( '&', array_map( static fn ( $pair ) => "$pair[0]=$pair[1]", $encoded ) );
		$address = strtolower( preg_replace( [ '!^(http://.*):80$!', '!^(https://.*):443$!' ], '$1', $GLOBALS['wgServer'] ) ) . $path;
		return implode( '&', array_map( 'rawurlencode', [ strtoupper( $_SERVER['REQUEST_METHOD'] ), $address, $parameters ] ) );
	}

	/** Names and values of a query or a body; PHP's own parsing would lose repeated names and change dots. */
	private static function form( string $text ): array {
		$parts = array_filter( explode( '&', $text ), static fn ( $part ) => $part !== '' );
		return array_map( static fn ( $part ) => array_map( 'urldecode', explode( '=', $part, 2 ) + [ 1 => '' ] ), array_values( $parts ) );
	}

	private static function matches( string $method, string $base, string $signature, array $consumer ): bool {
		if ( $method === 'RSA-SHA1' ) {
			$key = $consumer['publicKey'] ?? null;
			return $key !== null && openssl_verify( $base, base64_decode( $signature ), $key, OPENSSL_ALGO_SHA1 ) === 1;
		}
		$secret = implode( '&', array_map( 'rawurlencode', [ $consumer['consumerSecret'] ?? '', $consumer['accessSecret'] ?? '' ] ) );
		return hash_equals( base64_encode( hash_hmac( 'sha1', $base, $secret, true ) ), $signature );
	}
}
