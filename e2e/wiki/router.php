<?php
/**
 * What a web server's rewrite rules would do, for PHP's built-in server: /w/ is MediaWiki's code, /wiki/ its
 * articles, /images/ the uploads. Scripts are included from here, for the built-in server takes
 * `/w/rest.php/v1/page/A.b` for a file of that name.
 */
$wikilitPath = rawurldecode( explode( '?', $_SERVER['REQUEST_URI'], 2 )[0] );

if ( $wikilitPath === '/.wikilit/forget' ) {
	// Doors do not forward this path. A reset asks here, since shared memory belongs to the server's processes.
	if ( function_exists( 'apcu_clear_cache' ) ) {
		apcu_clear_cache();
	}
	clearstatcache( true );
	echo getenv( 'WIKILIT_DATA' ); // tells our server from another one on its port
	return true;
}

if ( $wikilitPath === '/favicon.ico' ) {
	http_response_code( 204 ); // browsers ask by themselves, and a 404 would be an error in every test's console
	return true;
}

if ( $wikilitPath === '/other-site' ) {
	require __DIR__ . '/other-site.php';
	return true;
}

if ( preg_match( '!^/w/([a-z_]+\.php)(/.*)?$!s', $wikilitPath, $wikilitMatch )
	&& is_file( getenv( 'WIKILIT_CODE' ) . '/' . $wikilitMatch[1] )
) {
	$wikilitScript = $wikilitMatch[1];
	if ( isset( $wikilitMatch[2] ) ) {
		$_SERVER['PATH_INFO'] = $wikilitMatch[2];
	}
} elseif ( str_starts_with( $wikilitPath, '/wiki/' ) || in_array( $wikilitPath, [ '/', '/wiki', '/w', '/w/' ], true ) ) {
	$wikilitScript = 'index.php';
} else {
	// The server sends the file itself, and knows nothing of PHP's compression.
	ini_set( 'zlib.output_compression', '0' );
	return false; // a file below the document root, or 404
}

$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = "/w/$wikilitScript";
$_SERVER['SCRIPT_FILENAME'] = getenv( 'WIKILIT_CODE' ) . "/$wikilitScript";
chdir( getenv( 'WIKILIT_CODE' ) );
require $_SERVER['SCRIPT_FILENAME'];
return true;
