package lab.nginx.routing.balance;

import lab.nginx.routing.site.Upstream;

/** One address of a group, and how it fared so far. */
final class Peer {
  private final String address;
  private final Upstream.Member member;
  private int effectiveWeight;
  private int currentWeight;
  private int fails;

  Peer(String address, Upstream.Member member) {
    this.address = address;
    this.member = member;
    this.effectiveWeight = member.weight();
  }

  String address() {
    return address;
  }

  int weight() {
    return member.weight();
  }

  boolean down() {
    return member.down();
  }

  boolean quickRecovery() {
    return member.quickRecovery() && member.maxFails() > 0;
  }

  /** Whether it may be asked: neither down nor out after failures. */
  boolean usable() {
    return !member.down() && (member.maxFails() == 0 || fails < member.maxFails());
  }

  int currentWeight() {
    return currentWeight;
  }

  /** Takes part in one choice; returns its share of the total. */
  int raise() {
    int share = effectiveWeight;
    currentWeight += share;
    if (effectiveWeight < member.weight()) {
      effectiveWeight++;
    }
    return share;
  }

  void chosen(int total) {
    currentWeight -= total;
  }

  void failed() {
    fails++;
    if (member.maxFails() > 0) {
      effectiveWeight = Math.max(0, effectiveWeight - member.weight() / member.maxFails());
    }
  }
}
