<?php
/** The functions of WordPress that the plugin calls, as far as it needs them, and what they were called with. */

define( 'ABSPATH', '/' );

$registered = array();
$is_feed    = false;
$locale     = 'ko_KR';

function add_action( $name, $function ) {
	$GLOBALS['registered']['actions'][ $name ] = $function;
}
function add_filter( $name, $function ) {
	$GLOBALS['registered']['filters'][ $name ] = $function;
}
function wp_register_script( $handle, $src, $needs, $version, $in_footer ) {
	$GLOBALS['registered']['script'] = compact( 'handle', 'src', 'needs', 'version' );
}
function wp_add_inline_script( $handle, $data, $position ) {
	$GLOBALS['registered']['inline'] = compact( 'handle', 'data', 'position' );
}
function register_block_type( $folder, $arguments ) {
	$GLOBALS['registered']['block'] = array( $folder, $arguments['render_callback'] );
}
function plugins_url( $path, $file ) {
	return 'https://example.com/wp-content/plugins/' . basename( dirname( $file ) ) . '/' . $path;
}
function wp_json_encode( $value, $flags = 0 ) {
	return json_encode( $value, $flags );
}
function wp_json_file_decode( $file, $options ) {
	return json_decode( file_get_contents( $file ), $options['associative'] );
}
function get_locale() {
	return $GLOBALS['locale'];
}
function is_feed() {
	return $GLOBALS['is_feed'];
}
function get_block_wrapper_attributes() {
	return 'class="wp-block-report-widget-report"';
}
function esc_html( $text ) {
	return htmlspecialchars( $text, ENT_QUOTES, 'UTF-8', false );
}
function esc_attr( $text ) {
	return htmlspecialchars( $text, ENT_QUOTES, 'UTF-8', false );
}
function esc_url( $url ) {
	return str_replace( array( '&', "'" ), array( '&#038;', '&#039;' ), $url );
}
function wp_get_script_tag( $attributes ) {
	$text = '';
	foreach ( $attributes as $name => $value ) {
		$text .= sprintf( ' %s="%s"', $name, esc_attr( $value ) );
	}
	return "<script$text></script>\n";
}
