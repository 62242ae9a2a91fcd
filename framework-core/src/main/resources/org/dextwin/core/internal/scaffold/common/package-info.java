/** @description@ */
package @package@;
