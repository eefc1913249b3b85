<?php
/** The other site of linkedlogin.php: one is asked who one is there, and sent back with a code that says it. */
$wikilitReturn = (string)( $_GET['returnto'] ?? '' );
if ( !preg_match( '!^https?://!', $wikilitReturn ) ) {
	http_response_code( 400 );
	echo 'returnto must be an address';
	return;
}
header( 'Content-Type: text/html; charset=utf-8' );
$wikilitBack = static fn ( string $query ) => htmlspecialchars( $wikilitReturn . ( str_contains( $wikilitReturn, '?' ) ? '&' : '?' ) . $query );
echo '<!DOCTYPE html><html lang="en"><title>The other site</title><h1>The other site</h1><ul>';
foreach ( [ 'olga.other', 'henrik.other' ] as $wikilitAccount ) {
	echo "<li><a href=\"{$wikilitBack( "code=code-of-$wikilitAccount" )}\">Continue as $wikilitAccount</a></li>";
}
echo "<li><a href=\"{$wikilitBack( 'error=access_denied' )}\">Cancel</a></li></ul></html>";
