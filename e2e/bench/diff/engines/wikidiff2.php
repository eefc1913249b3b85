<?php
// The process of wikidiff2, as ../contestant.ts wants it: MediaWiki's own engine, by itself. Its offsets are bytes, as is
// `strlen`: the texts of the benchmark are ASCII.

/** In milliseconds. */
function processor( array $usage ): float {
	return ( $usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec'] ) * 1e3 + ( $usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec'] ) / 1e3;
}

while ( ( $line = fgets( STDIN ) ) !== false ) {
	[ $from, $to ] = array_map( 'file_get_contents', json_decode( $line ) );
	$used = getrusage();
	$start = hrtime( true );
	$json = wikidiff2_inline_json_diff( $from, $to, 2 );
	$milliseconds = ( hrtime( true ) - $start ) / 1e6;
	$processor = processor( getrusage() ) - processor( $used );
	$marked = 0;
	$moved = 0;
	foreach ( json_decode( $json )->diff as $row ) {
		if ( $row->type === 1 || $row->type === 2 ) {
			$marked += strlen( $row->text );
		}
		if ( $row->type === 5 ) {
			$moved++;
		}
		foreach ( $row->highlightRanges ?? [] as $range ) {
			$marked += $range->length;
		}
	}
	echo json_encode( [ 'milliseconds' => $milliseconds, 'processor' => $processor, 'marked' => $marked, 'moved' => $moved ] ), "\n";
}
