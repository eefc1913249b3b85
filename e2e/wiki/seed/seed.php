<?php
/**
 * Seeds a fresh wiki from what template.ts sends as JSON: users first, then every event at its own time, then
 * what MediaWiki derives from pages. One process, for a request per edit would take minutes.
 */
require_once getenv( 'WIKILIT_CODE' ) . '/maintenance/Maintenance.php';
require_once __DIR__ . '/Events.php';
require_once __DIR__ . '/People.php';
require_once __DIR__ . '/Lists.php';

use MediaWiki\MediaWikiServices;

class WikilitSeed extends Maintenance {
	public function execute() {
		// Errors in one event shall stop the seeding, not become a wiki in which something is missing.
		set_error_handler( static function ( $level, $message, $file, $line ) {
			if ( ( error_reporting() & $level ) && !in_array( $level, [ E_DEPRECATED, E_USER_DEPRECATED, E_NOTICE, E_USER_NOTICE ], true ) ) {
				throw new ErrorException( $message, 0, $level, $file, $line );
			}
			return true;
		} );
		$data = json_decode( stream_get_contents( STDIN ), true, 512, JSON_THROW_ON_ERROR );
		$db = MediaWikiServices::getInstance()->getDBLoadBalancer()->getConnection( DB_PRIMARY );
		$this->ageInstallation( $db );

		( new WikilitPeople( $db ) )->create( $data['users'] );
		$lists = new WikilitLists( $db );
		$lists->interwiki( $data['interwiki'] );
		$lists->tags( $data['tags'] );

		$events = new WikilitEvents( $db );
		foreach ( $data['events'] as $event ) {
			$events->happen( $event );
		}
		$events->flush();
		$lists->filters( $data['filters'] );
		$events->derive();
		$lists->counts();
		WikilitEvents::clock( null );
		$this->runChild( RebuildRecentchanges::class )->execute();
		$lists->tidy();
	}

	/** The installer's pages and Admin are of today; the wiki is to be older than its articles. */
	private function ageInstallation( $db ): void {
		$old = '20190301000000';
		$db->query( "UPDATE revision SET rev_timestamp = '$old'", __METHOD__ );
		$db->query( "UPDATE page SET page_touched = '$old', page_links_updated = '$old'", __METHOD__ );
		$db->query( "UPDATE logging SET log_timestamp = '$old'", __METHOD__ );
	}
}

$maintClass = WikilitSeed::class;
require_once RUN_MAINTENANCE_IF_MAIN;
