package org.dianqiao.delivery;

import java.util.List;
import org.dianqiao.delivery.DeliveryParts.Kept;

/** A delivery with the parts that it carries, ready to be tried. */
record Consignment(Delivery delivery, List<Kept> parts) {}
