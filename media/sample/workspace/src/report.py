"""Monthly report: which customers spent most."""


def top_customers(orders, customers, n=10):
    """Return the n customers who spent most as (name, total) pairs, largest first."""
    result = []
    for c in customers:
        total = 0
        for o in orders:
            if o["customer_id"] == c["id"]:
                if o["status"] != "cancelled":
                    for item in o["items"]:
                        total = total + item["price"] * item["quantity"]
        result.append((c["name"], total))

    # sort
    for i in range(len(result)):
        for j in range(i + 1, len(result)):
            if result[j][1] > result[i][1]:
                tmp = result[i]
                result[i] = result[j]
                result[j] = tmp

    top = []
    for i in range(len(result)):
        if i < n:
            top.append(result[i])
    return top


def format_report(rows):
    """Lay rows out as text: the name on the left, the total right-aligned."""
    text = ""
    for name, total in rows:
        text += f"{name:<30}{total:>12,.2f}\n"
    return text
