/** 购物车里的一种商品。金额一律以“分”为单位，避免小数误差。 */
export interface CartItem {
  name: string;
  price: number;
  quantity: number;
}

/** 优惠券：满减（满 threshold 减 amount），或折扣（rate 为 0.8 即八折）。 */
export type Coupon =
  | { kind: "amountOff"; threshold: number; amount: number }
  | { kind: "discount"; rate: number };

const shippingFee = 1_000;
const freeShippingFrom = 9_900;

/** 商品小计。 */
export function subtotal(items: CartItem[]): number {
  return items.reduce((sum, item) => sum + item.price * item.quantity, 0);
}

/** 应付金额：先打折，再满减，最后算运费；满 99 元包邮。 */
export function checkout(items: CartItem[], coupons: Coupon[]): number {
  let total = subtotal(items);
  for (const coupon of coupons) {
    total = applyCoupon(total, coupon);
  }
  return total >= freeShippingFrom ? total : total + shippingFee;
}

/** 用一张优惠券；不满足条件时金额不变。 */
function applyCoupon(total: number, coupon: Coupon): number {
  switch (coupon.kind) {
    case "discount":
      return Math.round(total * coupon.rate);
    case "amountOff":
      return total >= coupon.threshold ? total - coupon.amount : total;
  }
}

/** 去掉数量为零的商品，返回同一个数组。 */
export function removeEmpty(items: CartItem[]): CartItem[] {
  items.forEach((item, index) => {
    if (item.quantity === 0) items.splice(index, 1);
  });
  return items;
}
