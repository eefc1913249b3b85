<?php

use MediaWiki\MediaWikiServices;

/** The users of users.ts, with everything they log in by. */
class WikilitPeople {
	private MediaWikiServices $services;
	private $db;

	public function __construct( $db ) {
		$this->db = $db;
		$this->services = MediaWikiServices::getInstance();
	}

	public function create( array $users ): void {
		$groups = $this->services->getUserGroupManager();
		foreach ( $users as $data ) {
			$user = $this->account( $data['name'], $data['registered'], $data['email'] ?? '' );
			$hash = $this->services->getPasswordFactory()->newFromPlaintext( $data['password'] )->toString();
			$this->db->update( 'user', [ 'user_password' => $hash ], [ 'user_id' => $user->getId() ], __METHOD__ );
			foreach ( $data['groups'] as $group ) {
				$groups->addUserToGroup( $user, $group );
			}
			if ( isset( $data['botPassword'] ) ) {
				$this->botPassword( $user, $data['botPassword']['app'], $data['botPassword']['password'] );
			}
			if ( isset( $data['totpSecret'] ) ) {
				$this->secondFactor( $user, $data['totpSecret'] );
			}
		}
		// "What is new" notes would be a difference between the first test and the second.
		DeferredUpdates::doUpdates();
	}

	public function account( string $name, string $registered, string $email = '' ) {
		WikilitEvents::clock( $registered );
		$user = $this->services->getUserFactory()->newFromName( $name );
		if ( !$user->isRegistered() ) {
			$this->check( $user->addToDatabase() );
			$entry = new ManualLogEntry( 'newusers', 'create' );
			$entry->setPerformer( $user );
			$entry->setTarget( $user->getUserPage() );
			$entry->setTimestamp( $registered );
			$entry->setParameters( [ '4::userid' => $user->getId() ] );
			$entry->insert();
		}
		$fields = [ 'user_registration' => $registered ];
		if ( $email !== '' ) {
			$fields += [ 'user_email' => $email, 'user_email_authenticated' => $registered ];
		}
		$this->db->update( 'user', $fields, [ 'user_id' => $user->getId() ], __METHOD__ );
		$user->clearInstanceCache( 'name' );
		return $user;
	}

	private function botPassword( $user, string $app, string $plain ): void {
		$password = BotPassword::newUnsaved( [
			'user' => $user,
			'appId' => $app,
			'grants' => $this->services->getGrantsInfo()->getValidGrants(),
		] );
		$saved = $password->save( 'insert', $this->services->getPasswordFactory()->newFromPlaintext( $plain ) );
		// A Status since 1.37, true or false before.
		if ( is_object( $saved ) ) {
			$this->check( $saved );
		}
	}

	/** OATHAuth has no script for it, and its tables changed with MediaWiki 1.42. */
	private function secondFactor( $user, string $secret ): void {
		$key = [ 'secret' => $secret, 'scratch_tokens' => [ 'AAAABBBBCCCCDDDD', 'EEEEFFFFGGGGHHHH' ] ];
		if ( $this->db->tableExists( 'oathauth_devices', __METHOD__ ) ) {
			$this->db->insert( 'oathauth_types', [ 'oat_name' => 'totp' ], __METHOD__ );
			$this->db->insert( 'oathauth_devices', [
				'oad_user' => $user->getId(),
				'oad_type' => $this->db->insertId(),
				'oad_created' => $this->db->timestamp(),
				'oad_data' => json_encode( $key ),
			], __METHOD__ );
		} elseif ( $this->db->tableExists( 'oathauth_users', __METHOD__ ) ) {
			$this->db->insert( 'oathauth_users',
				[ 'id' => $user->getId(), 'module' => 'totp', 'data' => json_encode( [ 'keys' => [ $key ] ] ) ], __METHOD__ );
		}
	}

	private function check( $status ): void {
		if ( !$status->isGood() ) {
			throw new RuntimeException( json_encode( $status->getErrors() ) );
		}
	}
}
